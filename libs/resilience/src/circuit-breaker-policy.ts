import type { IDefaultPolicyContext } from 'cockatiel';
import { DownstreamError } from '@bff/errors';
import { BoundPolicy } from './bound-policy.ts';
import type { BreakerStateMachine } from './breaker-state-machine.ts';
import type { ServiceCall } from './service-call.ts';
import { verdictOn } from './verdict.ts';

/** Asks the breaker before each attempt and tells it how the attempt ended. Refuses at once; never waits for a probe. */
export class CircuitBreakerPolicy extends BoundPolicy {
  readonly #call: ServiceCall;
  readonly #breaker: BreakerStateMachine;

  constructor(call: ServiceCall, breaker: BreakerStateMachine) {
    super();
    this.#call = call;
    this.#breaker = breaker;
  }

  async execute<T>(fn: (context: IDefaultPolicyContext) => PromiseLike<T> | T): Promise<T> {
    const admission = this.#breaker.admit();
    if (!admission.granted) {
      const { retryAfterMs } = admission;
      const detail = `the circuit is ${this.#breaker.state}`;
      throw this.#call.refusal('DOWNSTREAM_CIRCUIT_OPEN', { retryAfterMs, detail });
    }
    const { clock } = this.#call.context;
    const startedAt = clock.now();
    try {
      const value = await fn({ signal: this.#call.signal });
      this.#breaker.settle(admission.period, 'success', clock.now() - startedAt);
      return value;
    } catch (error) {
      const code = error instanceof DownstreamError ? error.code : undefined;
      this.#breaker.settle(admission.period, verdictOn(error), clock.now() - startedAt, code);
      throw error;
    }
  }
}
