/** Bins for each doubling of a duration, as a power of two: a duration comes back at most 1.6 % off. */
const BINS_LOG2 = 5;
/** What is shorter counts as nothing, what is longer as this long. */
const SHORTEST_MS = 2 ** -4;
const LONGEST_MS = 2 ** 16 - 1;

/** The bits of a float, whose exponent and upper digits are the bin: no logarithm is taken, and nothing is searched. */
const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);
const SHIFT = 23 - BINS_LOG2;

function upperBits(ms: number): number {
  float[0] = ms;
  return (bits[0] ?? 0) >>> SHIFT;
}

const LOWEST = upperBits(SHORTEST_MS);

/** How many there are. The first is for all that took no time worth telling. */
export const BINS = upperBits(LONGEST_MS) - LOWEST + 1;

/** The bin of a duration in ms. NaN and negative ones go into the first. */
export const binOf = (ms: number): number => (ms > SHORTEST_MS ? upperBits(Math.min(ms, LONGEST_MS)) - LOWEST : 0);

/** The duration in ms that stands for a bin: the middle of it. */
export function middleOf(bin: number): number {
  if (bin === 0) return 0;
  bits[0] = ((bin + LOWEST) << SHIFT) + (1 << (SHIFT - 1));
  return float[0] ?? 0;
}
