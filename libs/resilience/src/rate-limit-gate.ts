import type { IDefaultPolicyContext } from 'cockatiel';
import type { Clock } from '@bff/clock';
import { DownstreamError } from '@bff/errors';
import { BoundPolicy } from './bound-policy.ts';
import type { ServiceCall } from './service-call.ts';

/** Longest `Retry-After` that is believed. After that one call asks again, and hears it again if it still holds. */
const LONGEST_WAIT_MS = 60_000;

/** Until when a service asked to be left alone. One per service. */
export class RateLimit {
  readonly #clock: Clock;
  #until = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Milliseconds until calls may go out again; 0 when they may now. */
  get remainingMs(): number {
    return Math.max(0, this.#until - this.#clock.now());
  }

  /** Takes note of a `Retry-After`. A shorter one does not end a longer one that is running. */
  hold(ms: number): void {
    this.#until = Math.max(this.#until, this.#clock.now() + Math.min(ms, LONGEST_WAIT_MS));
  }
}

/**
 * Refuses calls with `DOWNSTREAM_RATE_LIMITED` while the `Retry-After` of a 429 is running. A 429 without one closes
 * nothing: it was cheap for the service, and how long to wait is not ours to guess.
 *
 * Inside the retry, because an attempt that waits in its backoff while another call is answered 429 must not go out
 * afterwards. Outside the breaker, because a call that is not sent must not take the place of a probe.
 */
export class RateLimitGate extends BoundPolicy {
  readonly #call: ServiceCall;
  readonly #limit: RateLimit;

  constructor(call: ServiceCall, limit: RateLimit) {
    super();
    this.#call = call;
    this.#limit = limit;
  }

  async execute<T>(
    fn: (context: IDefaultPolicyContext) => PromiseLike<T> | T,
    signal: AbortSignal = this.#call.signal,
  ): Promise<T> {
    const { remainingMs } = this.#limit;
    if (remainingMs > 0) {
      const retryAfterMs = Math.ceil(remainingMs);
      throw this.#call.refusal('DOWNSTREAM_RATE_LIMITED', { retryAfterMs, detail: 'its Retry-After is running' });
    }
    try {
      return await fn({ signal });
    } catch (error) {
      if (error instanceof DownstreamError && error.code === 'DOWNSTREAM_RATE_LIMITED' && error.retryAfterMs) {
        this.#limit.hold(error.retryAfterMs);
      }
      throw error;
    }
  }
}
