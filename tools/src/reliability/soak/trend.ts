/** One reading of something at a time. */
export interface Reading {
  readonly atMs: number;
  readonly value: number;
}

/** By how much a value grows in a minute: the slope of the straight line that fits the readings best (least squares). */
export function growthPerMinute(readings: readonly Reading[]): number {
  const count = readings.length;
  if (count < 2) return 0;
  const mean = (of: (reading: Reading) => number): number =>
    readings.reduce((sum, reading) => sum + of(reading), 0) / count;
  const [middleAt, middleValue] = [mean(({ atMs }) => atMs), mean(({ value }) => value)];
  const shared = mean(({ atMs, value }) => (atMs - middleAt) * (value - middleValue));
  const spread = mean(({ atMs }) => (atMs - middleAt) ** 2);
  return (shared / spread) * 60_000;
}
