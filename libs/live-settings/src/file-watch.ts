import { readFile } from 'node:fs/promises';
import { type Clock, systemClock } from '@bff/clock';
import { isError } from '@bff/observability';

/** How often the file is read. Together with the second look and the reading, an edit is in effect within a second. */
const pollMs = 500;

/** After how long a content that is new must still be the same. Longer than a writer pauses between two writes. */
const secondLookMs = 250;

/** What one look at a file found. */
export type Look = { readonly text: string } | { readonly problem: string };

export interface FileWatchOptions {
  readonly path: string;
  readonly clock: Clock;
  /** The content that is known already. */
  readonly known: string;
  /** Called once for each other content, or reason why there is none, that two looks one after the other have found. Must not throw. */
  readonly onNew: (look: Look) => void;
  /** Default: reads the file, without ever holding up the event loop. */
  readonly read?: (path: string) => Promise<string>;
}

export interface FileWatch {
  /** A content that its writer has told of already: `onNew` is not called for it. */
  know(text: string): void;
  close(): void;
}

/**
 * Watches a file by reading it. `fs.watch` would tell sooner, but it follows a file's inode: it misses a rename-over, the
 * swap of a ConfigMap's link and a file made again, and on network and overlay file systems it may never tell at all. A
 * few kilobytes twice a second cost less than knowing which of these one has.
 */
export function watchFile({ path, clock, known, onNew, read = readText }: FileWatchOptions): FileWatch {
  let decided = keyOf({ text: known });
  let candidate: string | undefined;
  let closed = false;
  let timer = schedule(clock, pollMs, () => void look());

  async function look(): Promise<void> {
    const found = await read(path).then(
      (text): Look => ({ text }),
      (error: unknown): Look => ({ problem: `cannot be read: ${isError(error) ? error.message : String(error)}` }),
    );
    if (closed) return;
    const key = keyOf(found);
    if (key === candidate) {
      decided = key;
      onNew(found);
    }
    candidate = key === decided ? undefined : key;
    timer = schedule(clock, candidate === undefined ? pollMs : secondLookMs, () => void look());
  }

  return {
    know(text) {
      decided = keyOf({ text });
      candidate = undefined;
    },
    close() {
      closed = true;
      timer.cancel();
    },
  };
}

const readText = (path: string): Promise<string> => readFile(path, 'utf8');

const keyOf = (look: Look): string => ('text' in look ? `text ${look.text}` : `problem ${look.problem}`);

/** Nobody waits for a look, so it must not keep a process from ending; the clock's own timers do. */
function schedule(clock: Clock, delayMs: number, callback: () => void): { cancel(): void } {
  if (clock !== systemClock) return clock.setTimer(delayMs, callback);
  const timer = setTimeout(callback, delayMs).unref();
  return { cancel: () => clearTimeout(timer) };
}
