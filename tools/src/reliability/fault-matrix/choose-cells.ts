import type { Cell } from './cell/cell-result.ts';
import type { Column } from './columns.ts';
import type { Row } from './rows.ts';

/** Every row in every column. */
export const allCells = (rows: readonly Row[], columns: readonly Column[]): readonly Cell[] =>
  rows.flatMap((row) => columns.map((column) => ({ row, column })));

/**
 * One cell for each row, in a column drawn by the seed: single services, two and all come round in turn, so that there is
 * each kind of column.
 */
export function someCells(rows: readonly Row[], columns: readonly Column[], seed: number): readonly Cell[] {
  const kinds = [...Map.groupBy(columns, ({ services }) => services.length).values()];
  const next = randomFrom(seed);
  return rows.flatMap((row, index): readonly Cell[] => {
    const kind = kinds[index % kinds.length] ?? [];
    const column = kind[next() % Math.max(1, kind.length)];
    return column ? [{ row, column }] : [];
  });
}

/** Whole numbers that depend on the seed alone (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
