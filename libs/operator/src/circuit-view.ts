import type { ServicePolicy } from '@bff/resilience';
import type { HeldAct } from './circuits.ts';

/** A circuit as `GET /circuits` shows it. */
export type CircuitView = ReturnType<typeof viewOf>;

/** Nothing in it is secret: the route that shows it asks for no token. */
export function viewOf(policy: Pick<ServicePolicy, 'snapshot'>, held: HeldAct | undefined) {
  const { service, breaker, inFlight, retriesLeft, rateLimitedForMs, hedging } = policy.snapshot();
  const { state, since, counts, openUntil, lastFailure } = breaker;
  return {
    service,
    state,
    since: dateOf(since),
    counts,
    /** When open: the next call after this is a probe. */
    openUntil: openUntil === undefined ? null : dateOf(openUntil),
    lastFailure: lastFailure ? { code: lastFailure.code, at: dateOf(lastFailure.at) } : null,
    inFlight,
    retriesLeft,
    rateLimitedForMs,
    /** While it is on. */
    hedging: hedging ?? null,
    /** The last act on it. When the circuit is isolated, the one that did it. */
    lastAct: held ? actOf(held) : null,
  };
}

const actOf = ({ act: { act, by, reason, at }, shared }: HeldAct) => ({ act, by, reason: reason ?? null, at, shared });

const dateOf = (ms: number): string => new Date(ms).toISOString();
