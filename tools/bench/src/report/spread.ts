import { median } from '../../../src/load/median.ts';

/** A figure over several rounds. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** @throws {RangeError} for no values at all */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError('there are no values');
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}
