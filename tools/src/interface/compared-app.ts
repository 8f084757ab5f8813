import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Change } from './change.ts';

/** How what is committed of an app's interface differs from what the code gives. */
export interface ComparedApp {
  /** `mobile-bff`. */
  readonly name: string;
  /** Why its interface was broken, and how, newest first. There is none until that happens. */
  readonly changelogFile: string;
  /** The interface itself, then what is made from it. */
  readonly files: readonly ComparedFile[];
}

/** A committed file that is made from the code. */
export interface ComparedFile extends Difference {
  /** From the workspace root. */
  readonly file: string;
  /** What the code gives. */
  readonly text: string;
}

export interface Difference {
  /** What is said of the file: `is not there`. Undefined when there is nothing to write. */
  readonly difference: string | undefined;
  /** What that does to clients. Empty when they cannot notice. */
  readonly changes: readonly Change[];
}

/** Compares a file with the committed one. `differ` is asked about a committed text that is another one. */
export function compareFile(
  root: string,
  file: string,
  text: string,
  differ: (committed: string) => Difference,
): ComparedFile {
  const committed = readIfThere(path.join(root, file));
  if (committed === undefined) return { file, text, difference: 'is not there', changes: [] };
  if (committed === text) return { file, text, difference: undefined, changes: [] };
  return { file, text, ...differ(committed) };
}

export const readIfThere = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, 'utf8') : undefined;

export const breakingOf = ({ files }: ComparedApp): readonly Change[] =>
  files.flatMap(({ changes }) => changes.filter((change) => change.breaking));
