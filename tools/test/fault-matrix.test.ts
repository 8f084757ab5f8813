import type { CellResult } from '../src/reliability/fault-matrix/cell/cell-result.ts';
import { shortTempo } from '../src/reliability/fault-matrix/cell/tempo.ts';
import { patientThresholds } from '../src/reliability/fault-matrix/cell/thresholds.ts';
import { someCells } from '../src/reliability/fault-matrix/choose-cells.ts';
import { columns } from '../src/reliability/fault-matrix/columns.ts';
import { pages } from '../src/reliability/fault-matrix/pages/pages.ts';
import { findingsText } from '../src/reliability/fault-matrix/report/terminal.ts';
import { rows } from '../src/reliability/fault-matrix/rows.ts';
import { runMatrix } from '../src/reliability/fault-matrix/run-matrix.ts';

/** Draws the column of each row. `npm run fault-matrix` has every row in every column. */
const SEED = 5;

const cells = someCells(rows, columns, SEED);

let results: readonly CellResult[] = [];
beforeAll(async () => {
  results = await runMatrix({
    cells,
    pages,
    thresholds: patientThresholds,
    tempo: shortTempo,
    lanes: 2,
    together: true,
  });
}, 400_000);

it('has every row, and columns of one, two and all services', () => {
  expect(cells.map(({ row }) => row)).toEqual(rows);
  expect(new Set(cells.map(({ column }) => column.services.length))).toEqual(new Set([1, 2, 4]));
});

it.each(cells.map(({ row, column }, index) => [row.name, column.name, index] as const))(
  '%s × %s: every page is as promised, and whole again',
  (_row, _column, index) => {
    const result = results[index];
    expect(result).toBeDefined();
    expect(findingsText(result ? [result] : [])).toBe('');
  },
);
