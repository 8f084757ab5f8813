import type { CircuitState, StripChange } from '../../../src/wire/index.ts';

/** A stay of a circuit in one state, as far as it lies between the two ends of a strip. */
export interface StripSegment {
  readonly state: CircuitState | 'unknown';
  readonly reason: string | null;
  /** Ms since the Unix epoch. */
  readonly from: number;
  readonly to: number;
}

/** The stays between two points in time, the oldest first. What was before the first change is not known. */
export function segmentsBetween(changes: readonly StripChange[], from: number, to: number): readonly StripSegment[] {
  const begins = changes.map(({ at, state, reason }) => ({ at: Date.parse(at), state, reason }));
  const before = { at: from, state: 'unknown' as const, reason: null };
  return [before, ...begins].flatMap(({ at, state, reason }, index, all) => {
    const segment = { state, reason, from: Math.max(from, at), to: Math.min(to, all[index + 1]?.at ?? to) };
    return segment.to > segment.from ? [segment] : [];
  });
}

/** Milliseconds in a state. */
export const timeIn = (state: StripSegment['state'], segments: readonly StripSegment[]): number =>
  segments.filter((segment) => segment.state === state).reduce((sum, { from, to }) => sum + to - from, 0);
