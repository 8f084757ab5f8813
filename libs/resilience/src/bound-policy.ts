import type { IDefaultPolicyContext, IPolicy } from 'cockatiel';

const neverFires = () => ({ dispose: () => undefined });

/**
 * A cockatiel policy made for one call, so that it knows the call's deadline and operation: `execute` has no parameter
 * for them. What outlives the call (breaker state, slots, budget) is handed to it. Bound policies report through
 * the `PolicyObserver`; their cockatiel events never fire, as a listener that throws there would reject the call.
 */
export abstract class BoundPolicy<C extends IDefaultPolicyContext = IDefaultPolicyContext> implements IPolicy<C> {
  /** Exists for the type checker only, as in cockatiel. */
  declare readonly _altReturn: never;

  get onSuccess() {
    return neverFires;
  }

  get onFailure() {
    return neverFires;
  }

  abstract execute<T>(fn: (context: C) => PromiseLike<T> | T, signal?: AbortSignal): Promise<T>;
}
