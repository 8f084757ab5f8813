/** A histogram's buckets: how many were at most so many seconds, by the bucket's upper bound as it stands in the label. */
export type Buckets = ReadonlyMap<string, number>;

/**
 * A quantile in milliseconds, as Prometheus estimates it: evenly spread within a bucket, and what is above the last bound is
 * said to be at it. Null when nothing was counted.
 */
export function quantileMs(buckets: Buckets, quantile: number): number | null {
  const bounds = [...buckets]
    .map(([le, count]) => ({ bound: le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le), count }))
    .toSorted((a, b) => a.bound - b.bound);
  const total = bounds.at(-1)?.count ?? 0;
  if (total <= 0) return null;
  const rank = quantile * total;
  let [below, belowBound] = [0, 0];
  for (const { bound, count } of bounds) {
    if (count >= rank && count > below) {
      const top = Number.isFinite(bound) ? bound : belowBound;
      return (belowBound + ((rank - below) / (count - below)) * (top - belowBound)) * 1000;
    }
    [below, belowBound] = [count, Number.isFinite(bound) ? bound : belowBound];
  }
  return belowBound * 1000;
}

/** The middle and the two tails that the console shows. */
export const quantilesMs = (buckets: Buckets) => ({
  p50Ms: quantileMs(buckets, 0.5),
  p95Ms: quantileMs(buckets, 0.95),
  p99Ms: quantileMs(buckets, 0.99),
});
