import type { IDefaultPolicyContext } from 'cockatiel';
import { DownstreamError } from '@bff/errors';
import { BoundPolicy } from './bound-policy.ts';
import type { BreakerStateMachine } from './breaker-state-machine.ts';
import { Outrun } from './outrun.ts';
import type { ServiceCall } from './service-call.ts';
import { type Verdict, verdictOn } from './verdict.ts';

/** Asks the breaker before each attempt and tells it how the attempt ended. Refuses at once; never waits for a probe. */
export class CircuitBreakerPolicy extends BoundPolicy {
  readonly #call: ServiceCall;
  readonly #breaker: BreakerStateMachine;

  constructor(call: ServiceCall, breaker: BreakerStateMachine) {
    super();
    this.#call = call;
    this.#breaker = breaker;
  }

  async execute<T>(
    fn: (context: IDefaultPolicyContext) => PromiseLike<T> | T,
    signal: AbortSignal = this.#call.signal,
  ): Promise<T> {
    const admission = this.#breaker.admit();
    if (!admission.granted) {
      const { retryAfterMs } = admission;
      const detail = `the circuit is ${this.#breaker.state}`;
      throw this.#call.refusal('DOWNSTREAM_CIRCUIT_OPEN', { retryAfterMs, detail });
    }
    const { clock } = this.#call.context;
    const startedAt = clock.now();
    try {
      const value = await fn({ signal });
      this.#breaker.settle(admission.period, 'success', clock.now() - startedAt);
      return value;
    } catch (error) {
      const code = error instanceof DownstreamError ? error.code : undefined;
      const durationMs = clock.now() - startedAt;
      this.#breaker.settle(admission.period, this.#verdict(error, durationMs), durationMs, code);
      throw error;
    }
  }

  /**
   * An attempt that was outrun says nothing, except that it was slow if it was by then: or hedging would hide a service
   * that has become slow.
   */
  #verdict(error: unknown, durationMs: number): Verdict {
    const { slowCallMs } = this.#call.context.limits().breaker;
    return error instanceof Outrun && durationMs > slowCallMs ? 'success' : verdictOn(error);
  }
}
