import type { CellResult } from '../cell/cell-result.ts';
import { columns } from '../columns.ts';
import type { Violation } from '../oracle/checks.ts';
import { rows } from '../rows.ts';
import { findingsText, progressLine, terminalTable } from './terminal.ts';

const [refuse, reset] = rows;
const [order, user] = columns;
if (!refuse || !reset || !order || !user) throw new Error('there are no rows or columns');

const late = (got: string): Violation => ({
  check: 'latency',
  where: 'web-bff order',
  expected: 'within 1500 ms',
  got,
});
const result = (row = refuse, column = order, more: Partial<CellResult> = {}): CellResult => ({
  cell: { row, column },
  violations: [],
  answers: 120,
  slowestMs: {},
  callRatio: 1,
  recoveredMs: 812,
  codes: {},
  waitingShare: 0.1,
  tries: 1,
  discarded: [],
  ...more,
});

it('shows what was run, and what failed', () => {
  const results = [
    result(),
    result(reset, user, { violations: [late('1600 ms')] }),
    result(refuse, user, { tries: 2 }),
  ];
  const table = terminalTable(results, [refuse, reset], [order, user]);
  expect(table.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
    ['', 'order', 'user'],
    ['refuse', 'ok', 'ok (2)'],
    ['reset', 'FAILED'],
  ]);
});

it('tells each finding once, with the cell', () => {
  const text = findingsText([result(), result(reset, user, { violations: [late('1600 ms'), late('1700 ms')] })]);
  expect(text).toContain('FAILED reset × user');
  expect(text).toContain('latency: web-bff order: expected within 1500 ms, got 1600 ms (2 times)');
  expect(text).not.toContain('refuse');
});

it('says how far it is', () => {
  expect(progressLine(result(), 3, 286, 12_400)).toBe('   12 s    3/286  refuse × order: ok, whole after 0.8 s');
  const again = result(refuse, order, { tries: 2, discarded: [late('2 s')] });
  expect(progressLine(again, 3, 286, 0)).toContain('try 2: on a busy machine it had failed latency');
  expect(progressLine(result(refuse, order, { violations: [late('2 s')] }), 1, 1, 0)).toContain('FAILED latency');
});
