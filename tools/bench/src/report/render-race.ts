import { inMs, markdownTable } from '../../../src/report/markdown-table.ts';
import type { Contender } from '../contender.ts';
import type { RaceResult } from '../speed/measure-race.ts';
import type { Stretch } from '../speed/stretch.ts';
import { ratioOf } from './ratios.ts';
import { type Spread, spreadOf } from './spread.ts';

/** A race as a table: what a page costs, as a multiple of what it costs others, and what the clients saw. */
export function renderRace({ race, options, placed, stretches }: RaceResult): string {
  const cpu = new Map([...stretches].map(([name, own]) => [name, own.map((stretch) => stretch.cpuMicrosPerPage)]));
  const head = [
    'contender',
    'CPU a page',
    ...race.against.map((names) => `times ${names.join(' or ')}`),
    'pages a second',
    'p50',
    'p99',
    'calls a page',
    'peak memory',
  ];
  const rowOf = ({ name, does }: Contender): string[] => {
    const own = stretches.get(name) ?? [];
    const of = (figure: (stretch: Stretch) => number): number => spreadOf(own.map(figure)).median;
    return [
      `**${name}**: ${does}`,
      inSpread(spreadOf(cpu.get(name) ?? []), (micros) => String(Math.round(micros)), ' µs'),
      ...race.against.map((names) => inSpread(ratioOf(cpu, name, names), (ratio) => ratio.toFixed(2))),
      String(Math.round(of(({ pagesPerSecond }) => pagesPerSecond))),
      inMs(of(({ p50Ms }) => p50Ms)),
      inMs(of(({ p99Ms }) => p99Ms)),
      of(({ callsPerPage }) => callsPerPage).toFixed(2),
      `${Math.round(of(({ peakBytes }) => peakBytes) / 1e6)} MB`,
    ];
  };
  return [
    `${options.rounds} rounds of ${options.forMs / 1000} s each, after ${options.warmUpMs / 1000} s to warm up; medians, and in ` +
      `brackets the least and the most of the rounds. Ratios are taken within a round. ${placed}.`,
    markdownTable(head, race.contenders.filter(({ name }) => stretches.get(name)?.length).map(rowOf)),
  ].join('\n\n');
}

function inSpread(spread: Spread | undefined, show: (value: number) => string, unit = ''): string {
  if (spread === undefined) return '';
  return `${show(spread.median)}${unit} (${show(spread.least)} to ${show(spread.most)})`;
}
