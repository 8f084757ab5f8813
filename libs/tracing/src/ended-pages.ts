import { setImmediate } from 'node:timers';
import type { PageRecord } from '@bff/observability';

/**
 * Pages whose spans are yet to be made: in the next turn of the event loop, when the answer has been written. Every so often
 * one of them fills a batch, and to serialise that takes a millisecond.
 */
export class EndedPages {
  readonly #send: (record: PageRecord) => void;
  #waiting = new Set<PageRecord>();

  constructor(send: (record: PageRecord) => void) {
    this.#send = send;
  }

  add(record: PageRecord): void {
    if (this.#waiting.size === 0) setImmediate(() => this.sendAll());
    this.#waiting.add(record);
  }

  /** Whether what is added to it now will be sent with it. */
  has(record: PageRecord): boolean {
    return this.#waiting.has(record);
  }

  sendAll(): void {
    const ended = this.#waiting;
    this.#waiting = new Set();
    for (const record of ended) this.#send(record);
  }
}
