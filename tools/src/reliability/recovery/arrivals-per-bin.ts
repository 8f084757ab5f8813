/** How many requests came in each stretch of `binMs`, from `from` to `to`; a part of a stretch at the end is left out. */
export function arrivalsPerBin(
  arrivals: readonly number[],
  { from, to, binMs }: { from: number; to: number; binMs: number },
): readonly number[] {
  const bins: number[] = Array.from({ length: Math.max(0, Math.floor((to - from) / binMs)) }, () => 0);
  for (const at of arrivals) {
    const bin = Math.floor((at - from) / binMs);
    const count = bins[bin];
    if (count !== undefined) bins[bin] = count + 1;
  }
  return bins;
}
