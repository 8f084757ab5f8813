import { writeSync } from 'node:fs';
import { LineWriter } from './line-writer.ts';

let writer: LineWriter | undefined;

/** The one writer of this process to stdout: loggers share it, so that their lines keep their order. */
export function standardOutput(): LineWriter {
  if (writer) return writer;
  // Node opens stdout when it is first looked at, and makes a pipe or socket non-blocking by that. Nothing is written
  // through its stream: what that still holds when a process ends is lost.
  const { fd } = process.stdout;
  const created = new LineWriter({ write: (bytes) => writeSync(fd, bytes), pause });
  process.on('exit', () => created.flush());
  writer = created;
  return created;
}

const nobodyWakesIt = new Int32Array(new SharedArrayBuffer(4));

const pause = (ms: number): void => void Atomics.wait(nobodyWakesIt, 0, 0, ms);
