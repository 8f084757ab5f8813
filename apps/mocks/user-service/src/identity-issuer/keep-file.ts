import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * The text of a file, made first when the file is not there. Only its owner may read it. Of two processes that make it
 * at once one wins and both get the same text; a process that dies halfway leaves no half file.
 */
export async function keepFile(file: string, make: () => Promise<string>): Promise<string> {
  return (await readIfThere(file)) ?? (await putThere(file, await make()));
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

async function putThere(file: string, text: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text, { mode: 0o600, flag: 'wx' });
  try {
    // Unlike a rename, a link never replaces what is there.
    await link(draft, file);
    return text;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return await readFile(file, 'utf8');
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
