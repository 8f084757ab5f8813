import { inMs, markdownTable } from '../../../report/markdown-table.ts';
import type { CellResult } from '../cell/cell-result.ts';
import type { Thresholds } from '../cell/thresholds.ts';
import type { Column } from '../columns.ts';
import { checks } from '../oracle/checks.ts';
import { bffs, nameOf } from '../pages/page-spec.ts';
import type { PageSpec } from '../pages/page-spec.ts';
import type { Row } from '../rows.ts';
import { markOf, resultOf } from './terminal.ts';
import { textTable } from './text-table.ts';

export interface MatrixReport {
  readonly results: readonly CellResult[];
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly pages: readonly PageSpec[];
  readonly thresholds: Thresholds;
  readonly tookMs: number;
}

/** The section of docs/reliability.md. */
export function markdownReport(report: MatrixReport): string {
  const { results, rows, columns, pages, thresholds, tookMs } = report;
  const answers = results.reduce((sum, result) => sum + result.answers, 0);
  const failed = results.filter(({ violations }) => violations.length > 0).length;
  const again = results.filter(({ tries }) => tries > 1).length;
  const head = ['fault', 'what it is', ...columns.map(({ name }) => name)];
  const verdicts = rows.map((row) => [
    `\`${row.name}\``,
    row.does,
    ...columns.map((column) => markOf(resultOf(results, row, column))),
  ]);
  return [
    `${results.length} cells, ${answers} answers while a fault was on, ${failed} cells failed; ` +
      `${Math.round(tookMs / 60_000)} minutes. Circuits were open for ${thresholds.openMs} to ${thresholds.maxOpenMs} ms; ` +
      'every other threshold is the one that ships.' +
      (again > 0 ? ` ${again} cells were run again, because the machine was too busy the first time.` : ''),
    `Pages: ${pages.map(nameOf).join(', ')}.`,
    textTable(head, verdicts),
    'Of each row, over all of its columns: the slowest answers, the most calls for one that pages asked for, and the longest ' +
      'time from the end of the fault until the last answer that was not whole.',
    markdownTable(
      ['fault', ...bffs.map((app) => `slowest ${app}`), 'calls for 1', 'whole after'],
      rows.map((row) => figuresOf(row, results)),
    ),
    'Every answer and every cell is checked for this:',
    Object.entries(checks)
      .map(([name, what]) => `- \`${name}\`: ${what}`)
      .join('\n'),
  ].join('\n\n');
}

function figuresOf(row: Row, results: readonly CellResult[]): readonly string[] {
  const own = results.filter(({ cell }) => cell.row === row);
  const most = (of: (result: CellResult) => number | undefined): number =>
    Math.max(0, ...own.map((result) => of(result) ?? 0));
  return [
    `\`${row.name}\``,
    ...bffs.map((app) => inMs(most(({ slowestMs }) => slowestMs[app]))),
    most(({ callRatio }) => callRatio).toFixed(2),
    inMs(most(({ recoveredMs }) => recoveredMs)),
  ];
}
