import type { IncomingMessage } from 'node:http';
import type { PageObserver } from '@bff/aggregation';
import type { SectionCall } from '@bff/bff-http';
import type { SectionCache } from '@bff/cache';
import type { Clock } from '@bff/clock';
import type { Caller } from '@bff/identity';
import type { PageRecording } from '@bff/observability';
import type { Tunable } from '@bff/resilience';

/** What every page of every app knows: who is asking. */
export interface CallerContext {
  readonly caller: Caller;
}

/** What the pages of one app are served with. */
export interface PageServing<Sources, Context extends CallerContext> {
  readonly clock: Clock;
  /** Milliseconds from when the request's head was read until the fan-out must have ended. */
  readonly deadlineMs: Tunable<number>;
  /**
   * Who is asking. Whatever it throws is the answer: 401 comes before anything is said about the rest of the request.
   * What belongs to one caller is kept under the caller's id, and shown to nobody else.
   */
  readonly contextOf: (req: IncomingMessage) => Promise<Context>;
  /** Keeps the sections that say that they may be kept. */
  readonly cache: SectionCache;
  /** The clients, bound to one request. Called for every page, so it must be cheap. */
  readonly sourcesFor: (call: SectionCall) => Sources;
  readonly observer: PageObserver;
  /** Who is told of each page, its sections and calls as they end. */
  readonly recording: PageRecording;
  /** Whether to tell how long each section took in `Server-Timing`. Not for production: it describes the inside to anyone. */
  readonly serverTiming: boolean;
  /**
   * Whether a whole page carries an entity tag, so that a client that has it already gets 304 and no body. Default no:
   * it costs a hash for each page, and a client that never asks again gains nothing.
   */
  readonly etags?: boolean;
}
