import { inMs, inPercent, markdownTable } from '../../report/markdown-table.ts';
import type { OverloadFigures, OverloadReport, OverloadSeries } from './overload-report.ts';

const head = [
  'load offered',
  'pages in time',
  'of the peak',
  'of the peak, by CPU',
  'refused',
  'partial and other',
  'page p50',
  'page p99',
  'refusal p99',
  '`/livez` p99',
  '`/livez` slowest',
];

/** The figures in Markdown, without a heading. */
export function renderOverload({ on, off, cpu, rounds, forMs, budgetMs }: OverloadReport): string {
  const rowsOf = (name: string, { loads }: OverloadSeries) => loads.map((figures) => rowOf(name, figures));
  return [
    `mobile-bff as a process, its services a process that answers at once. Peak with clients that wait for their answers: ` +
      `${inRate(on.peakPerSecond)} (shedding off: ${inRate(off.peakPerSecond)}). Each load is offered for ${forMs / 1000} s ` +
      `at a rate that waits for nobody; all over the same 512 kept connections, in turn; medians of ${rounds} rounds. A page counts when it is ` +
      `whole and there within ${budgetMs} ms of when it was due, and before the load ends. "By CPU": for each second of ` +
      `CPU time that the process got, which is what to look at on a machine that does other things too.`,
    markdownTable(head, [...rowsOf('shedding', on), ...rowsOf('shedding off', off)]),
    `A page costs ${Math.round(cpu.pageMicros)} µs of CPU time, a refusal ${Math.round(cpu.refusalMicros)} µs.`,
  ].join('\n\n');
}

const rowOf = (name: string, figures: OverloadFigures): string[] => [
  `${name}, ${figures.factor} × peak: ${inRate(figures.offeredPerSecond)}`,
  inRate(figures.goodPerSecond),
  inPercent(figures.shareOfPeak),
  inPercent(figures.shareOfPeakByCpu),
  inRate(figures.shedPerSecond),
  inRate(figures.othersPerSecond),
  inMs(figures.p50Ms),
  inMs(figures.p99Ms),
  inMs(figures.shedP99Ms),
  inMs(figures.livezP99Ms),
  inMs(figures.livezMaxMs),
];

const inRate = (perSecond: number): string => `${Math.round(perSecond)}/s`;
