/** Where a `LineWriter` puts bytes. */
export interface ByteSink {
  /** Writes what it can without waiting and says how much that was. Throws as `fs.writeSync` does. */
  write(bytes: Uint8Array): number;
  /** Waits, with the whole process. */
  pause(ms: number): void;
}

/** How much may wait for a reader that has stopped reading; what comes on top is lost. */
const maxWaitingBytes = 1024 * 1024;
/** How often a full pipe is tried again. Too seldom and a reader that is merely slow loses lines. */
const retryMs = 20;
/** For how long a process that ends waits for its reader to take the last lines. */
const flushMs = 100;
const flushStepMs = 5;

/**
 * Writes lines at once and in order while their reader keeps up, so that none is lost in a crash. When it does not, they
 * wait in memory, up to a bound, and the process goes on: a log that nobody reads must not stop what it tells of. When
 * the reader has gone, lines go nowhere.
 */
export class LineWriter {
  /** Told how many lines were lost, once there is room to say so. */
  onLost: ((lines: number) => void) | undefined;
  readonly #sink: ByteSink;
  readonly #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #lost = 0;
  #readerGone = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(sink: ByteSink) {
    this.#sink = sink;
  }

  write(line: string): void {
    if (this.#readerGone) return;
    const bytes = Buffer.from(line);
    // Once a line is lost the later ones are too, until it can be told where the gap is.
    if (this.#lost > 0 || this.#waitingBytes + bytes.length > maxWaitingBytes) {
      this.#lost += 1;
      return;
    }
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    if (!this.#retry) this.#writeWaiting();
  }

  /** Writes what waits, for as long as the reader takes it within a tenth of a second. For the end of a process. */
  flush(): void {
    const giveUpAt = performance.now() + flushMs;
    while (this.#writeWaiting() && performance.now() < giveUpAt) this.#sink.pause(flushStepMs);
  }

  /** True when something is left for later. */
  #writeWaiting(): boolean {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const written = this.#tryToWrite(next);
      this.#waitingBytes -= written;
      if (written === next.length) {
        this.#waiting.shift();
      } else if (this.#readerGone) {
        this.#waiting.length = 0;
      } else {
        this.#waiting[0] = next.subarray(written);
        this.#retry = setTimeout(() => this.#writeWaiting(), retryMs).unref();
        return true;
      }
    }
    this.#tellOfLost();
    return this.#waiting.length > 0;
  }

  #tryToWrite(bytes: Uint8Array): number {
    try {
      return this.#sink.write(bytes);
    } catch (error) {
      // EAGAIN is a full pipe, and the like of ENOSPC may get better too. After these nobody will ever read.
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      this.#readerGone = code === 'EPIPE' || code === 'ECONNRESET' || code === 'EBADF';
      return 0;
    }
  }

  #tellOfLost(): void {
    const lost = this.#lost;
    this.#lost = 0;
    if (lost > 0) this.onLost?.(lost);
  }
}
