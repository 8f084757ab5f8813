import type { LoadFigures } from '../../load/load-report.ts';
import { inMs, inPercent, markdownTable } from '../../report/markdown-table.ts';

/** What came of one way of hedging. */
export interface HedgingFigures {
  /** `off`, or what is other than by default. */
  readonly name: string;
  readonly load: LoadFigures;
  /** Pages of the measured time, and the calls of the payment service that they made. */
  readonly calls: number;
  readonly slowAnswers: number;
  readonly hedged: number;
  readonly won: number;
  /** By reason. */
  readonly refused: Readonly<Record<string, number>>;
}

/** Calls that the service would not have got without hedging, as a share of the pages. */
export const extraShare = ({ calls, load }: HedgingFigures): number => calls / load.sent - 1;

export function renderHedging(figures: readonly HedgingFigures[], setting: string): string {
  const head = ['hedging', 'p50', 'p95', 'p99', 'longest', 'extra calls', 'hedges', 'won', 'refused'];
  const rows = figures.map((one) => {
    const { p50, p95, p99, max } = one.load.ok;
    const refused = Object.entries(one.refused).map(([reason, count]) => `${count} ${reason}`);
    const times = [p50, p95, p99, max].map(inMs);
    return [one.name, ...times, inPercent(extraShare(one)), one.hedged, one.won, refused.join(', ') || 0];
  });
  return [setting, markdownTable(head, rows)].join('\n\n');
}
