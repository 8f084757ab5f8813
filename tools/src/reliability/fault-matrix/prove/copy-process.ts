// Runs cells for a parent of another tree: takes one order, sends back what was found, and ends.
import { titleOf } from '../cell/cell-result.ts';
import { fullTempo } from '../cell/tempo.ts';
import { quickThresholds } from '../cell/thresholds.ts';
import { allCells } from '../choose-cells.ts';
import { columns } from '../columns.ts';
import { pages } from '../pages/pages.ts';
import { findingsOf } from '../report/summarise.ts';
import { rows } from '../rows.ts';
import { runMatrix } from '../run-matrix.ts';
import type { CopyOrder, CopyReport } from './run-in-copy.ts';

async function report(order: CopyOrder): Promise<CopyReport> {
  const cells = allCells(
    rows.filter(({ name }) => order.rows.includes(name)),
    columns.filter(({ name }) => order.columns.includes(name)),
  );
  const results = await runMatrix({ cells, pages, thresholds: quickThresholds, tempo: fullTempo, lanes: 1 });
  return results.map((result) => ({ title: titleOf(result.cell), findings: findingsOf(result) }));
}

process.once('message', (order: CopyOrder) => {
  void report(order).then((found) => process.send?.(found, () => process.exit()));
});
process.once('disconnect', () => process.exit());
