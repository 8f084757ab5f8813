import type { Counts } from './counts.ts';

/** What has to happen, or the schedules prove nothing: what a few thousand of them bring about … */
const common = [
  'page: complete',
  'page: degraded',
  'page: failed',
  'page: refused',
  'page: aborted',
  'page: on demand',
  'page: left with ClientGone',
  'page: left with ShuttingDown',
  'section: ok',
  'section: stale',
  'section: NOT_FOUND',
  'section: FORBIDDEN',
  'section: DOWNSTREAM_TIMEOUT',
  'section: DOWNSTREAM_UNAVAILABLE',
  'section: DOWNSTREAM_CIRCUIT_OPEN',
  'section: DOWNSTREAM_OVERLOADED',
  'section: DOWNSTREAM_RATE_LIMITED',
  'section: DOWNSTREAM_BAD_RESPONSE',
  'section: BUDGET_EXHAUSTED',
  'attempt: aborted',
  'call: retried',
  'call: not retried (budget)',
  'call: not retried (time)',
  'call: refused with DOWNSTREAM_CIRCUIT_OPEN',
  'call: refused with DOWNSTREAM_OVERLOADED',
  'call: refused with DOWNSTREAM_RATE_LIMITED',
  'call: hedged',
  'loader: hung',
  'breaker: closed -> open (consecutive-failures)',
  'breaker: closed -> open (failure-ratio)',
  'breaker: closed -> open (slow-ratio)',
  'breaker: open -> half-open (open-time-over)',
  'breaker: half-open -> open (probe-failed)',
  'breaker: half-open -> open (probes-slow)',
  'breaker: half-open -> closed (probes-succeeded)',
  'breaker: closed -> isolated (operator)',
  'breaker: isolated -> closed (operator)',
  'recovery: from open',
  'recovery: from half-open',
  'limits: tuned while running',
  'operator: reset',
  'wall clock: stepped back',
  'wall clock: stepped forward',
] as const;

/** … and what takes more. */
const rare = [
  'attempt: outrun',
  'call: refused with BUDGET_EXHAUSTED',
  'call: hedge won',
  'call: not hedged (budget)',
  'call: not hedged (circuit)',
  'call: not hedged (load)',
  'call: not hedged (rate-limit)',
  'call: not hedged (time)',
  'breaker: open -> closed (operator)',
  'breaker: open -> isolated (operator)',
  'breaker: half-open -> closed (operator)',
  'breaker: half-open -> isolated (operator)',
] as const;

const COMMON_WITHIN = 2_000;
const RARE_WITHIN = 100_000;

/** What never happened, though it should have in as many schedules. */
export function missingStates(counts: Counts, schedules: number): readonly string[] {
  const expected = [...(schedules >= COMMON_WITHIN ? common : []), ...(schedules >= RARE_WITHIN ? rare : [])];
  return expected.filter((name) => counts.of(name) === 0);
}
