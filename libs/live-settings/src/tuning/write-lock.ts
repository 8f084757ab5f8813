import type { Stats } from 'node:fs';
import { type FileHandle, lstat, open, rm } from 'node:fs/promises';
import type { Clock } from '@bff/clock';
import { errorCodeOf } from './read-text.ts';

/** Between two tries to be the one who writes. */
const pauseMs = 50;

/** Writing takes milliseconds. A file that is there for so long was left behind by a process that was killed. */
const leftBehindMs = 2000;

/**
 * Makes the temporary file that a settings file is written to before it takes its place. Only one process can have it, so two that
 * share the file write one after the other, and neither loses what the other wrote.
 *
 * @throws the system's error when the folder takes no file
 */
export async function openAlone(path: string, clock: Clock): Promise<FileHandle> {
  let holder: { readonly id: string; readonly sinceMs: number } | undefined;
  for (;;) {
    const handle = await open(path, 'wx', 0o600).catch((error: unknown) => {
      if (errorCodeOf(error) !== 'EEXIST') throw error;
    });
    if (handle) return handle;
    const id = await lstat(path).then(identityOf, () => undefined);
    if (id === undefined) continue;
    if (holder?.id !== id) holder = { id, sinceMs: clock.now() };
    else if (clock.now() - holder.sinceMs >= leftBehindMs) await rm(path, { force: true });
    await new Promise<void>((resolve) => void clock.setTimer(pauseMs, resolve));
  }
}

/** Whether the file is still the one that was made. It is not when that took so long that somebody else has removed it. */
export async function isStillOurs(handle: FileHandle, path: string): Promise<boolean> {
  const there = await lstat(path).then(identityOf, () => undefined);
  return there === identityOf(await handle.stat());
}

const identityOf = ({ dev, ino, birthtimeMs }: Stats): string => `${dev} ${ino} ${birthtimeMs}`;
