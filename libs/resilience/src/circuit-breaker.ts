import type { SectionCode } from '@bff/errors';

/**
 * - `closed`: calls go through and are counted.
 * - `open`: calls are refused until the open time is over. It stays `open` in name until the next call arrives.
 * - `half-open`: a few probes go through, every other call is refused at once.
 * - `isolated`: an operator holds it open.
 */
export type BreakerState = 'closed' | 'open' | 'half-open' | 'isolated';

/** Why a circuit changed its state. */
export type ChangeReason =
  | 'failure-ratio'
  | 'slow-ratio'
  | 'consecutive-failures'
  | 'open-time-over'
  | 'probe-failed'
  | 'probes-slow'
  | 'probes-succeeded'
  | 'operator';

/** For the admin port. Times are ms since the Unix epoch, for people; nothing is decided by them. */
export interface BreakerSnapshot {
  readonly state: BreakerState;
  readonly since: number;
  /** What is in the window now. Empty unless closed. */
  readonly counts: { calls: number; failures: number; slow: number; consecutiveFailures: number };
  /** When open: from when on the next call becomes a probe. */
  readonly openUntil: number | undefined;
  readonly lastFailure: { readonly code: SectionCode; readonly at: number } | undefined;
}

/** A service's circuit breaker as an operator sees it. */
export interface CircuitBreaker {
  readonly state: BreakerState;
  /** When this state began, in ms since the Unix epoch. */
  readonly since: number;
  /** Refuses every call until `close` or `reset`, whatever happens. */
  isolate(): void;
  /** Closes the circuit now, from any state, with an empty window. The open time still goes on doubling where it was. */
  close(): void;
  /** As if the process had just started: closed, nothing counted, no failure remembered, the first open time again. */
  reset(): void;
  snapshot(): BreakerSnapshot;
}
