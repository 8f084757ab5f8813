import type { Traffic } from '../../../src/wire/index.ts';

/**
 * Traffic of several replicas as one: rates add up, errors are weighed by rate, and of latencies the worst is taken, since
 * quantiles cannot be added and whoever is on call looks for the worst.
 */
export function joinTraffic(all: readonly Traffic[]): Traffic | null {
  if (all.length === 0) return null;
  const ratePerSecond = all.reduce((sum, one) => sum + one.ratePerSecond, 0);
  const errors = all.reduce((sum, one) => sum + one.ratePerSecond * one.errorShare, 0);
  return {
    ratePerSecond,
    errorShare: ratePerSecond > 0 ? errors / ratePerSecond : 0,
    p50Ms: worst(all.map(({ p50Ms }) => p50Ms)),
    p95Ms: worst(all.map(({ p95Ms }) => p95Ms)),
    p99Ms: worst(all.map(({ p99Ms }) => p99Ms)),
  };
}

function worst(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}
