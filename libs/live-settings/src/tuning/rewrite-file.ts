import { changedMeanwhile } from './problems.ts';
import { readText } from './read-text.ts';
import { type FilePlace, takingTurns } from './taking-turns.ts';

/** Whoever edits by hand would have to be very fast to come in between this often. */
const mostAttempts = 3;

export interface FileRewrite<T extends { readonly text: string }> extends FilePlace {
  /** What a text has to become. Is asked again when somebody else has written in the meantime; what it throws ends it. */
  readonly edit: (text: string) => T;
}

/**
 * Puts another text in the place of a file's, whole: a reader, and a machine that loses its power, has the old one or the new one.
 * Mode, owner and links stay. Of those who do so by this function one comes after the other, in all processes that share the
 * file. A text that is right already is not written.
 *
 * @throws HttpProblem 409 when the file cannot be read or written, or was changed by others three times in between
 */
export async function rewriteFile<T extends { readonly text: string }>(
  rewrite: FileRewrite<T>,
): Promise<{ readonly written: boolean; readonly edited: T }> {
  const { path, edit } = rewrite;
  let before = await readText(path);
  let edited = edit(before);
  // What is wrong, and what needs no writing, does not wait for a turn.
  if (edited.text === before) return { written: false, edited };
  return takingTurns(rewrite, async ({ prepare, replace }) => {
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      const now = await readText(path);
      if (now !== before) [before, edited] = [now, edit(now)];
      if (edited.text === before) return { written: false, edited };
      await prepare(edited.text);
      // Right before it is replaced, since an editor knows nothing of turns.
      if ((await readText(path)) !== before) continue;
      await replace();
      return { written: true, edited };
    }
    throw changedMeanwhile(path);
  });
}
