import { type CellResult, titleOf } from '../cell/cell-result.ts';
import type { Column } from '../columns.ts';
import type { Row } from '../rows.ts';
import { findingsOf } from './summarise.ts';

/** What a finding shows of a cell at most. */
const SHOWN_FINDINGS = 12;

/** One line when a cell is done. */
export function progressLine(result: CellResult, done: number, of: number, elapsedMs: number): string {
  const { violations, recoveredMs, tries, discarded, cell } = result;
  const checks = [...new Set(violations.map(({ check }) => check))];
  const verdict = checks.length === 0 ? 'ok' : `FAILED ${checks.join(', ')}`;
  const why = [...new Set(discarded.map(({ check }) => check))].join(', ');
  const again = tries === 1 ? '' : `, try ${tries}: on a busy machine it had failed ${why}`;
  const time = `${(elapsedMs / 1000).toFixed(0).padStart(5)} s`;
  return `${time}  ${String(done).padStart(3)}/${of}  ${titleOf(cell)}: ${verdict}, whole after ${(recoveredMs / 1000).toFixed(1)} s${again}`;
}

/** `ok`, with the number of the try when it was not the first; `FAILED`; nothing for a cell that was not run. */
export const markOf = (result: CellResult | undefined): string => {
  if (!result) return '';
  if (result.violations.length > 0) return 'FAILED';
  return result.tries === 1 ? 'ok' : `ok (${result.tries})`;
};

/** Rows by columns. */
export function terminalTable(
  results: readonly CellResult[],
  rows: readonly Row[],
  columns: readonly Column[],
): string {
  const widthOf = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length));
  const first = widthOf(rows.map(({ name }) => name)) + 2;
  const heads = columns.map(({ name }) => shortName(name));
  const width = Math.max(widthOf(heads), 'FAILED'.length) + 2;
  const line = (name: string, cells: readonly string[]): string =>
    (name.padEnd(first) + cells.map((cell) => cell.padEnd(width)).join('')).trimEnd();
  const body = rows.map((row) =>
    line(
      row.name,
      columns.map((column) => markOf(resultOf(results, row, column))),
    ),
  );
  return [line('', heads), ...body].join('\n');
}

/** What went wrong, cell by cell. */
export function findingsText(results: readonly CellResult[]): string {
  return results
    .filter(({ violations }) => violations.length > 0)
    .map((result) => {
      const findings = findingsOf(result);
      const shown = findings.slice(0, SHOWN_FINDINGS).map(({ check, where, expected, got, times }) => {
        return `  ${check}: ${where}: expected ${expected}, got ${got}${times > 1 ? ` (${times} times)` : ''}`;
      });
      const more = findings.length > shown.length ? [`  … and ${findings.length - shown.length} more`] : [];
      const busy = `for each ms that the processes ran they waited ${result.waitingShare.toFixed(2)} ms for a CPU`;
      return [`FAILED ${titleOf(result.cell)} (${busy})`, ...shown, ...more].join('\n');
    })
    .join('\n');
}

export const resultOf = (results: readonly CellResult[], row: Row, column: Column): CellResult | undefined =>
  results.find(({ cell }) => cell.row === row && cell.column === column);

/** `order+user` as `ord+use`: eleven columns fit into a terminal. */
const shortName = (name: string): string =>
  name.includes('+')
    ? name
        .split('+')
        .map((part) => part.slice(0, 3))
        .join('+')
    : name;
