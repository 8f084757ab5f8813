import type { IDefaultPolicyContext } from 'cockatiel';
import { BoundPolicy } from './bound-policy.ts';
import type { ServiceCall } from './service-call.ts';
import type { Tunable } from './tunable.ts';

/**
 * The attempts of one service that may be in flight at once. A count that is held against the limit at every admission, so
 * that a change of the limit applies to the next one and forgets none of those in flight.
 */
export class Bulkhead {
  readonly #maxInFlight: Tunable<number>;
  #inFlight = 0;

  constructor(maxInFlight: Tunable<number>) {
    this.#maxInFlight = maxInFlight;
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  /** Takes a slot, which `leave` gives back; false when all are taken. */
  tryEnter(): boolean {
    if (this.#inFlight >= this.#maxInFlight()) return false;
    this.#inFlight += 1;
    return true;
  }

  /** Once for each `tryEnter` that was true. */
  leave(): void {
    this.#inFlight -= 1;
  }
}

/** Refuses with `DOWNSTREAM_OVERLOADED` when all slots of the service are taken. Nobody queues: waiting spends page time. */
export class BulkheadPolicy extends BoundPolicy {
  readonly #call: ServiceCall;
  readonly #slots: Bulkhead;

  constructor(call: ServiceCall, slots: Bulkhead) {
    super();
    this.#call = call;
    this.#slots = slots;
  }

  async execute<T>(
    fn: (context: IDefaultPolicyContext) => PromiseLike<T> | T,
    signal: AbortSignal = this.#call.signal,
  ): Promise<T> {
    if (!this.#slots.tryEnter()) {
      throw this.#call.refusal('DOWNSTREAM_OVERLOADED', { detail: 'every slot of the bulkhead is taken' });
    }
    try {
      return await fn({ signal });
    } finally {
      this.#slots.leave();
    }
  }
}
