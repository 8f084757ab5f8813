import type { ServerResponse } from 'node:http';

/** How long a reader may take for one frame before it is given up. */
const STALLED_MS = 30_000;

/**
 * Server-sent events (WHATWG HTML, section 9.2) to one browser. What is not taken is not kept: while a frame is on its way,
 * the next ones are left out, and the one after that is whole again, as each says everything.
 */
export class EventStream {
  readonly #res: ServerResponse;
  /** Undefined while the reader keeps up. */
  #stalledAtMs: number | undefined;
  #isBehind = false;

  constructor(res: ServerResponse, onClose: (stream: EventStream) => void) {
    this.#res = res;
    res.once('close', () => onClose(this));
    res.on('drain', () => (this.#stalledAtMs = undefined));
    res.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      // nginx would collect frames into bigger ones.
      'X-Accel-Buffering': 'no',
    });
    // How soon a browser tries again when the console was away.
    res.write('retry: 1000\n\n');
  }

  /** It missed a frame, as it was busy with an earlier one. */
  get isBehind(): boolean {
    return this.#isBehind;
  }

  send(frame: Buffer, nowMs: number): void {
    this.#isBehind = !this.#tryWrite(frame, nowMs);
  }

  /** A comment, so that whatever stands between knows that the connection is used. */
  beat(nowMs: number): void {
    this.#tryWrite(': still here\n\n', nowMs);
  }

  end(): void {
    this.#res.end();
  }

  #tryWrite(frame: string | Buffer, nowMs: number): boolean {
    if (this.#stalledAtMs === undefined) {
      this.#write(frame, nowMs);
      return true;
    }
    if (nowMs - this.#stalledAtMs > STALLED_MS) this.#res.destroy();
    return false;
  }

  #write(frame: string | Buffer, nowMs: number): void {
    if (!this.#res.write(frame)) this.#stalledAtMs = nowMs;
  }
}
