import type { Timings } from './page-result.ts';

/** The `Server-Timing` header (W3C): one entry a section with how long its own loading took, in milliseconds. */
export const serverTiming = (timings: Timings): string =>
  Object.entries(timings)
    .map(([key, { startMs, endMs }]) => `${key};dur=${(endMs - startMs).toFixed(1)}`)
    .join(', ');
