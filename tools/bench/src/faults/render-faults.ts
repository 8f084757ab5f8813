import { inMs, inPercent, markdownTable } from '../../../src/report/markdown-table.ts';
import type { DriverReport } from '../driver/driver-order.ts';
import type { FaultResult } from './measure-faults.ts';

const head = [
  'payment service',
  'contender',
  'pages a second at first',
  'after',
  'of healthy',
  'p99 at first',
  'after',
  'whole',
  'partial',
  'failed',
  'never answered',
];

/** Throughput is of pages, whole or partial. Shares of answers are of the second stretch. */
export function renderFaults(results: readonly FaultResult[], forMs: number): string {
  const healthyOf = (name: string): number =>
    results.find(({ contender, kind }) => contender.name === name && kind.fault === undefined)?.after.pagesPerSecond ??
    0;
  const rows = results.map(({ contender, kind, atFirst, after }) => {
    const { kinds, sent } = after;
    const share = (count: number): string => inPercent(sent === 0 ? 0 : count / sent);
    return [
      kind.name,
      contender.name,
      String(Math.round(atFirst.pagesPerSecond)),
      String(Math.round(after.pagesPerSecond)),
      inPercent(after.pagesPerSecond / healthyOf(contender.name)),
      p99Of(atFirst),
      p99Of(after),
      share(kinds.whole),
      share(kinds.partial),
      share(kinds.problem),
      share(kinds.broken),
    ];
  });
  return [
    `Each ${forMs / 1000} s from when it began ("at first"), and ${forMs / 1000} s after that.`,
    markdownTable(head, rows),
  ].join('\n\n');
}

const p99Of = ({ latency }: DriverReport): string => (Number.isFinite(latency.p99) ? inMs(latency.p99) : 'no answer');
