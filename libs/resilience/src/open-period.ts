import type { ServiceLimits } from './service-limits.ts';

/**
 * How long a circuit stays open, in ms: `openMs`, doubled for each time it opened before without having been stable in
 * between, up to `maxOpenMs`, then drawn longer or shorter by up to `openJitter`.
 *
 * The cap leaves room for the jitter, so that `maxOpenMs` is kept and replicas that reached it still do not probe at
 * the same moment.
 *
 * @param doublings how often it opened before
 * @param spread even in [-1, 1): where in the jitter's range this period lies
 */
export function openPeriodMs(limits: ServiceLimits['breaker'], doublings: number, spread: number): number {
  const { openMs, maxOpenMs, openJitter } = limits;
  const middle = Math.min(openMs * 2 ** doublings, maxOpenMs / (1 + openJitter));
  return middle * (1 + openJitter * spread);
}
