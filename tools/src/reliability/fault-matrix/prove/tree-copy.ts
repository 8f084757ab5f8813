import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../../running/running-command.ts';
import type { Edit } from './proof.ts';

const copied = ['apps', 'config', 'libs', 'tools'];
const leftOut = new Set(['node_modules', 'dist']);

/** The sources of this repository in a folder of their own, to be changed at will. */
export interface TreeCopy {
  readonly dir: string;
  /** Changes files, and gives back what puts them right again. @throws {Error} for a text that is not there exactly once */
  edit(edits: readonly Edit[]): () => void;
  remove(): void;
}

export function copyTree(): TreeCopy {
  const dir = mkdtempSync(path.join(tmpdir(), 'bff-tree-'));
  for (const name of copied) {
    cpSync(path.join(root, name), path.join(dir, name), {
      recursive: true,
      filter: (source) => !leftOut.has(path.basename(source)),
    });
  }
  for (const file of ['package.json', 'tsconfig.base.json']) cpSync(path.join(root, file), path.join(dir, file));
  linkModules(dir);
  return {
    dir,
    edit: (edits) => editFiles(dir, edits),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** Packages as they are installed, but for our own: those are the copied ones. */
function linkModules(dir: string): void {
  const from = path.join(root, 'node_modules');
  const to = path.join(dir, 'node_modules');
  mkdirSync(path.join(to, '@bff'), { recursive: true });
  for (const name of readdirSync(from).filter((entry) => entry !== '@bff')) {
    symlinkSync(path.join(from, name), path.join(to, name));
  }
  for (const lib of readdirSync(path.join(dir, 'libs'))) {
    symlinkSync(path.join(dir, 'libs', lib), path.join(to, '@bff', lib));
  }
}

function editFiles(dir: string, edits: readonly Edit[]): () => void {
  const before = new Map<string, string>();
  const undo = (): void => {
    for (const [file, text] of before) writeFileSync(file, text);
  };
  try {
    for (const edit of edits) {
      const file = path.join(dir, edit.file);
      const text = readFileSync(file, 'utf8');
      if (!before.has(file)) before.set(file, text);
      writeFileSync(file, edited(text, edit));
    }
  } catch (error) {
    undo();
    throw error;
  }
  return undo;
}

/** @throws {Error} when the text is not there exactly once: the proof no longer fits the source */
export function edited(text: string, { file, find, replace }: Edit): string {
  const times = text.split(find).length - 1;
  if (times !== 1) throw new Error(`${file} has this ${times} times instead of once: ${find}`);
  return text.split(find).join(replace);
}
