import { seededRandom } from '@bff/testing';
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
  const random = seededRandom(seed);
  return rows.flatMap((row, index): readonly Cell[] => {
    const kind = kinds[index % kinds.length] ?? [];
    const column = kind[Math.floor(random() * kind.length)];
    return column ? [{ row, column }] : [];
  });
}
