import { access, constants, realpath, rename as renameFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Clock } from '@bff/clock';
import { changedMeanwhile, notWritable } from './problems.ts';
import { errorCodeOf } from './read-text.ts';
import { isStillOurs, openAlone } from './write-lock.ts';

export interface FilePlace {
  readonly path: string;
  readonly clock: Clock;
  /** Default: the system's. */
  readonly rename?: (from: string, to: string) => Promise<void>;
}

/** What whoever has the turn may do. */
interface Turn {
  /** Writes a text beside the file, and to the disk. */
  readonly prepare: (text: string) => Promise<void>;
  /** Puts it in the file's place. */
  readonly replace: () => Promise<void>;
}

/**
 * Does something in the turn to write a file, and leaves no temporary file behind.
 *
 * @throws HttpProblem 409 when the system refuses a part of it
 */
export async function takingTurns<R>(place: FilePlace, inTurn: (turn: Turn) => Promise<R>): Promise<R> {
  const { path, clock, rename = renameFile } = place;
  try {
    // A link stays a link: what it leads to is replaced.
    const target = await realpath(path);
    await refuseReadOnly(path, target);
    // In the same folder, as a rename goes no further than its file system. No `*.yaml` matches the name.
    const temporary = join(dirname(target), `.${basename(target)}.tuning`);
    const handle = await openAlone(temporary, clock);
    let isReplaced = false;
    try {
      const { mode, uid, gid } = await stat(target);
      const own = await handle.stat();
      if (own.uid !== uid || own.gid !== gid) await handle.chown(uid, gid);
      return await inTurn({
        async prepare(text) {
          await handle.truncate(0);
          // At the beginning, wherever the last try has ended.
          const bytes = Buffer.from(text);
          const { bytesWritten } = await handle.write(bytes, 0, bytes.length, 0);
          // As a disk does that is about to be full.
          if (bytesWritten < bytes.length) throw notWritable(path, 'the disk took only a part of it');
          await handle.chmod(mode & 0o7777);
          // Before the rename: else a file without content might be what survives a loss of power.
          await handle.sync();
        },
        async replace() {
          if (!(await isStillOurs(handle, temporary))) throw changedMeanwhile(path);
          await rename(temporary, target);
          isReplaced = true;
        },
      });
    } finally {
      if (!isReplaced && (await isStillOurs(handle, temporary))) await rm(temporary, { force: true });
      await handle.close();
    }
  } catch (error) {
    const code = errorCodeOf(error);
    throw code === undefined ? error : notWritable(path, code);
  }
}

const anyWrite = 0o222;

/** A rename asks the folder only, and root is asked nothing: whoever took the write bits away meant it. */
async function refuseReadOnly(path: string, target: string): Promise<void> {
  for (const [what, at] of [
    ['the file', target],
    ['its folder', dirname(target)],
  ] as const) {
    if (((await stat(at)).mode & anyWrite) === 0) throw notWritable(path, `${what} is read-only`);
    await access(at, constants.W_OK).catch((error: unknown) => {
      throw notWritable(path, `${what} is read-only (${errorCodeOf(error) ?? 'no access'})`);
    });
  }
}
