import { DeadlineExceeded, DownstreamError } from '@bff/errors';
import type { Attempt } from '@bff/resilience';
import type { Draws } from './draws.ts';
import type { AttemptEnd, AttemptRecord, CallRecord, ServiceName } from './records.ts';
import { type Mood, type Reply, drawReply, healthy } from './reply.ts';
import type { SimulationClock } from './simulation-clock.ts';

export interface SimulatedServiceOptions {
  readonly name: ServiceName;
  readonly clock: SimulationClock;
  readonly draws: Draws;
  readonly attemptMs: () => number;
  readonly started: (attempt: AttemptRecord) => void;
  readonly ended: (attempt: AttemptRecord) => void;
}

/** When an attempt that was answered well began and was answered. */
export interface Answered {
  readonly askedAt: number;
  readonly answeredAt: number;
}

/** A service with the HTTP client in front of it: it answers, fails, or hangs as its mood is. */
export class SimulatedService {
  readonly #options: SimulatedServiceOptions;
  mood: Mood = healthy;

  constructor(options: SimulatedServiceOptions) {
    this.#options = options;
  }

  attempt(call: CallRecord, { number, signal, remainingMs }: Attempt): Promise<Answered> {
    const { clock, draws, attemptMs, started } = this.#options;
    const reply = drawReply(draws, this.mood);
    const attempt: AttemptRecord = {
      call,
      number,
      signal,
      remainingMs,
      attemptMs: attemptMs(),
      reply,
      startedAt: clock.time,
      endedAt: undefined,
      end: undefined,
    };
    call.attempts.push(attempt);
    started(attempt);
    if (reply.kind === 'throws') {
      this.#end(attempt, { by: 'reply' });
      throw new TypeError('a bug in a client');
    }
    return this.#answer(attempt);
  }

  #answer(attempt: AttemptRecord): Promise<Answered> {
    const { clock } = this.#options;
    const { reply, signal, startedAt } = attempt;
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        this.#end(attempt, { by: 'abort', reason: signal.reason });
        if (reply.onAbort === 'ignores') return;
        timer?.cancel();
        reject(reply.onAbort === 'reason' ? (signal.reason as Error) : new Error('the socket was closed'));
      };
      signal.addEventListener('abort', onAbort, { once: true });
      const replied = (): void => {
        signal.removeEventListener('abort', onAbort);
        this.#end(attempt, { by: 'reply' });
        const error = this.#errorOf(attempt.call, reply);
        if (error) reject(error);
        else resolve({ askedAt: startedAt, answeredAt: clock.time });
      };
      const timer = reply.kind === 'hang' ? undefined : clock.at(clock.time + reply.latencyMs, replied);
    });
  }

  /** Only the first end counts: what an abandoned attempt does later is nobody's business. */
  #end(attempt: AttemptRecord, end: AttemptEnd): void {
    if (attempt.end) return;
    attempt.end = end;
    attempt.endedAt = this.#options.clock.time;
    this.#options.ended(attempt);
  }

  #errorOf({ operation }: CallRecord, { kind, retryAfterMs }: Reply): Error | undefined {
    const call = { service: this.#options.name, operation };
    switch (kind) {
      case 'ok':
      case 'hang':
      case 'throws':
        return undefined;
      case 'not-found':
        return new DownstreamError('NOT_FOUND', call);
      case 'forbidden':
        return new DownstreamError('FORBIDDEN', call);
      case 'unavailable':
        return new DownstreamError('DOWNSTREAM_UNAVAILABLE', call);
      case 'unavailable-for':
        return new DownstreamError('DOWNSTREAM_UNAVAILABLE', { ...call, retryAfterMs });
      case 'bad-response':
        return new DownstreamError('DOWNSTREAM_BAD_RESPONSE', call);
      case 'bad-request':
        return new DownstreamError('DOWNSTREAM_BAD_RESPONSE', { ...call, blame: 'request' });
      case 'rate-limited':
        return new DownstreamError('DOWNSTREAM_RATE_LIMITED', call);
      case 'rate-limited-for':
        return new DownstreamError('DOWNSTREAM_RATE_LIMITED', { ...call, retryAfterMs });
      case 'timed-out':
        return new DeadlineExceeded();
    }
  }
}
