import type { ServerResponse } from 'node:http';
import type { Clock } from '@bff/clock';
import { HttpProblem } from '@bff/errors';
import type { Logger } from '@bff/observability';
import { repeat } from '../polling/repeat.ts';
import { type News, type StateSources, buildState, newsOf } from '../state/build-state.ts';
import { EventStream } from './event-stream.ts';

/** A frame while something changes. */
const EVERY_MS = 400;

/** A frame while nothing does. */
const AT_LEAST_EVERY_MS = 5000;

const HEARTBEAT_MS = 15_000;

/** A console has some readers, not crowds. */
const MOST_STREAMS = 100;

/** Sends what the console knows to every browser that wants it. With nobody there, nothing is made. */
export class EventHub {
  readonly #sources: StateSources;
  readonly #clock: Clock;
  readonly #streams = new Set<EventStream>();
  readonly #end: () => void;
  #closed = false;
  #lastNews = '';
  #sentAtMs = Number.NEGATIVE_INFINITY;
  #heartbeatAtMs = 0;

  constructor(sources: StateSources, logger: Logger) {
    this.#sources = sources;
    this.#clock = sources.clock;
    this.#end = repeat({ clock: this.#clock, logger, everyMs: EVERY_MS }, () => this.#tick());
  }

  get count(): number {
    return this.#streams.size;
  }

  /** Answers with a stream. The first frame goes out at once. @throws {HttpProblem} 503 */
  open(res: ServerResponse): void {
    if (this.#closed || this.#streams.size >= MOST_STREAMS) throw noMore(this.#closed);
    const stream = new EventStream(res, (closed) => this.#streams.delete(closed));
    this.#streams.add(stream);
    stream.send(this.#frame(newsOf(this.#sources)), this.#clock.now());
  }

  /** Ends every stream, so that a shutdown need not wait for browsers. */
  close(): void {
    this.#closed = true;
    this.#end();
    for (const stream of this.#streams) stream.end();
  }

  #tick(): void {
    if (this.#streams.size === 0) return;
    const nowMs = this.#clock.now();
    const news = newsOf(this.#sources);
    const text = JSON.stringify(news);
    if (text !== this.#lastNews || nowMs - this.#sentAtMs > AT_LEAST_EVERY_MS - EVERY_MS) {
      this.#lastNews = text;
      this.#sentAtMs = nowMs;
      // One buffer for all: fifty readers must not make fifty of it.
      this.#sendTo(this.#streams, this.#frame(news));
    } else {
      // A reader that was busy when something changed must not be left with what was before.
      const behind = [...this.#streams].filter((stream) => stream.isBehind);
      if (behind.length > 0) this.#sendTo(behind, this.#frame(news));
    }
    if (nowMs - this.#heartbeatAtMs >= HEARTBEAT_MS) {
      this.#heartbeatAtMs = nowMs;
      for (const stream of this.#streams) stream.beat(nowMs);
    }
  }

  #frame(news: News): Buffer {
    return Buffer.from(`event: state\ndata: ${JSON.stringify(buildState(this.#sources, news))}\n\n`);
  }

  #sendTo(streams: Iterable<EventStream>, frame: Buffer): void {
    const nowMs = this.#clock.now();
    for (const stream of streams) stream.send(frame, nowMs);
  }
}

const noMore = (closed: boolean): HttpProblem =>
  new HttpProblem(503, 'NO_MORE_STREAMS', closed ? 'The console is stopping' : 'Too many pages are open', {
    retryable: true,
  });
