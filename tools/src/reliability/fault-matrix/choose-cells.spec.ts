import { titleOf } from './cell/cell-result.ts';
import { allCells, someCells } from './choose-cells.ts';
import { columns } from './columns.ts';
import { rows } from './rows.ts';

it('has each of the four services, any two, and all', () => {
  expect(columns.map(({ name }) => name)).toEqual([
    'order',
    'user',
    'payment',
    'inventory',
    'order+user',
    'order+payment',
    'order+inventory',
    'user+payment',
    'user+inventory',
    'payment+inventory',
    'all',
  ]);
  expect(new Set(allCells(rows, columns).map(titleOf)).size).toBe(rows.length * columns.length);
});

it('draws a column for each row from the seed alone', () => {
  const drawn = (seed: number) => someCells(rows, columns, seed).map(titleOf);
  expect(drawn(7)).toEqual(drawn(7));
  expect(drawn(7)).not.toEqual(drawn(8));
  for (let seed = 0; seed < 20; seed += 1) {
    const cells = someCells(rows, columns, seed);
    expect(cells.map(({ row }) => row)).toEqual(rows);
    expect(new Set(cells.map(({ column }) => column.services.length))).toEqual(new Set([1, 2, 4]));
  }
});
