import { bulkhead, type BulkheadPolicy as CockatielBulkhead, type IDefaultPolicyContext } from 'cockatiel';
import { BulkheadRejectedError, isBulkheadRejectedError, isTaskCancelledError } from 'cockatiel';
import { BoundPolicy } from './bound-policy.ts';
import type { ServiceCall } from './service-call.ts';
import type { Tunable } from './tunable.ts';

/**
 * The attempts of one service that may be in flight at once: cockatiel's bulkhead without a queue, made resizable. Its
 * capacity is fixed, so a new size means a new bulkhead; those still in flight in earlier ones are counted along, so
 * that a change of the limit while all slots are taken does not admit as many again.
 */
export class Bulkhead {
  readonly #maxInFlight: Tunable<number>;
  #capacity: number;
  #current: CockatielBulkhead;
  #inFlightElsewhere = 0;

  constructor(maxInFlight: Tunable<number>) {
    this.#maxInFlight = maxInFlight;
    this.#capacity = maxInFlight();
    this.#current = bulkhead(this.#capacity);
  }

  get inFlight(): number {
    return this.#inFlightHere + this.#inFlightElsewhere;
  }

  /** Rejects with cockatiel's `BulkheadRejectedError` when no slot is free. */
  async execute<T>(fn: (context: IDefaultPolicyContext) => PromiseLike<T> | T, signal: AbortSignal): Promise<T> {
    this.#resize();
    const home = this.#current;
    if (this.#inFlightElsewhere > 0 && this.inFlight >= this.#capacity) {
      throw new BulkheadRejectedError(this.#capacity, 0);
    }
    try {
      return await home.execute(fn, signal);
    } finally {
      if (home !== this.#current) this.#inFlightElsewhere -= 1;
    }
  }

  get #inFlightHere(): number {
    return this.#capacity - this.#current.executionSlots;
  }

  #resize(): void {
    const capacity = this.#maxInFlight();
    if (capacity === this.#capacity) return;
    this.#inFlightElsewhere += this.#inFlightHere;
    this.#capacity = capacity;
    this.#current = bulkhead(capacity);
  }
}

/** Refuses with `DOWNSTREAM_OVERLOADED` when all slots of the service are taken. Nobody queues: waiting spends page time. */
export class BulkheadPolicy extends BoundPolicy {
  readonly #call: ServiceCall;
  readonly #bulkhead: Bulkhead;

  constructor(call: ServiceCall, slots: Bulkhead) {
    super();
    this.#call = call;
    this.#bulkhead = slots;
  }

  async execute<T>(fn: (context: IDefaultPolicyContext) => PromiseLike<T> | T): Promise<T> {
    try {
      return await this.#bulkhead.execute(fn, this.#call.signal);
    } catch (error) {
      if (isBulkheadRejectedError(error)) {
        throw this.#call.refusal('DOWNSTREAM_OVERLOADED', { detail: 'every slot of the bulkhead is taken' });
      }
      if (isTaskCancelledError(error)) throw this.#call.overBeforeSent() ?? error;
      throw error;
    }
  }
}
