import { type Spread, spreadOf } from './spread.ts';

/** Figures of each contender by name, one for each round. */
export type RoundFigures = ReadonlyMap<string, readonly number[]>;

/**
 * How many times the figure of others a contender's is. Taken within each round, as a machine that is slow for a while is so
 * for all; of several others the least of the round counts. Undefined when none of them took part.
 */
export function ratioOf(figures: RoundFigures, name: string, against: readonly string[]): Spread | undefined {
  const others = against.flatMap((other) => figures.get(other) ?? []).length > 0;
  const own = figures.get(name);
  if (!others || own === undefined || own.length === 0) return undefined;
  return spreadOf(
    own.map((figure, round) => figure / Math.min(...against.map((other) => figures.get(other)?.[round] ?? Infinity))),
  );
}
