import { readFile } from 'node:fs/promises';
import { isError } from '@bff/observability';
import { fileIsRefused } from './problems.ts';

/** A byte order mark is a part of the text: what is written back must be the same bytes. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a settings file, of which nothing is lost when it is written back.
 *
 * @throws HttpProblem 409 for a file that is away, or is not UTF-8
 */
export async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw fileIsRefused([`${path}: cannot be read: ${errorCodeOf(error) ?? 'for a reason that is not known'}`]);
  });
  try {
    return utf8.decode(bytes);
  } catch {
    throw fileIsRefused([`${path}: is not UTF-8`]);
  }
}

/** `EACCES` and the like; undefined for what the system did not throw. */
export const errorCodeOf = (error: unknown): string | undefined =>
  isError(error) && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
