import { fitsHeader } from './header-length.ts';
import type { Timings } from './page-result.ts';

/**
 * The `Server-Timing` header (W3C): one entry a section with how long its own loading took, in milliseconds. Empty when there
 * is nothing to tell, or too much for a header.
 */
export function serverTiming(timings: Timings): string {
  const text = Object.entries(timings)
    .map(([key, { startMs, endMs }]) => `${key};dur=${(endMs - startMs).toFixed(1)}`)
    .join(', ');
  return fitsHeader(text) ? text : '';
}
