import type { Counts } from './counts.ts';
import type { Found } from './worker-messages.ts';

/** What a run of the simulator came to. */
export interface SimulationReport {
  readonly seed: number;
  readonly schedules: number;
  readonly workers: number;
  readonly seconds: number;
  readonly counts: Counts;
  readonly violation: Found | undefined;
  /** What never happened though it should have. */
  readonly missing: readonly string[];
}

const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

export const inWords = (count: number): string => number.format(count);

export const rateOf = ({ schedules, seconds }: Pick<SimulationReport, 'schedules' | 'seconds'>): string =>
  `${inWords(schedules / Math.max(seconds, 0.001))} a second`;

export const replayOf = (seed: number): string => `npm run simulate -- --seed ${seed} --schedules 1 --trace`;

/** For the terminal. */
export function reportLines(report: SimulationReport): readonly string[] {
  const { seed, schedules, workers, seconds, counts, violation, missing } = report;
  const width = Math.max(0, ...counts.entries.map(([name]) => name.length));
  return [
    ...counts.entries.map(([name, count]) => `  ${name.padEnd(width)}  ${inWords(count).padStart(13)}`),
    '',
    `${inWords(schedules)} schedules from seed ${seed} in ${seconds.toFixed(1)} s, ${rateOf(report)} in ${workers} threads`,
    ...missing.map((name) => `never reached: ${name}`),
    ...(violation ? [`violated: ${violation.message}`, `play it again: ${replayOf(violation.seed)}`] : []),
    ...(violation || missing.length > 0 ? [] : ['every invariant held in every schedule']),
  ];
}

const groups = [
  'page',
  'section',
  'loader',
  'call',
  'attempt',
  'breaker',
  'recovery',
  'operator',
  'limits',
  'wall clock',
];

/** The section of `docs/reliability.md`. */
export function renderSimulation(report: SimulationReport): string {
  const { seed, schedules, counts, workers, violation, missing } = report;
  const rows = groups.flatMap((group) =>
    counts.entries
      .filter(([name]) => name.startsWith(`${group}: `))
      .map(([name, count]) => `| ${group} | ${name.slice(group.length + 2).replace('->', '→')} | ${inWords(count)} |`),
  );
  const verdict = violation
    ? `**Violated**: ${violation.message}`
    : missing.length > 0
      ? `**Never reached**: ${missing.join(', ')}`
      : 'Every invariant held in every schedule.';
  return [
    `${inWords(schedules)} random schedules from seed ${seed}, ${rateOf(report)} in ${workers} threads. ${verdict}`,
    '',
    `Again: \`npm run simulate -- --schedules ${schedules} --seed ${seed}\`.`,
    '',
    '| of | what happened | times |',
    '| --- | --- | ---: |',
    ...rows,
    '',
  ].join('\n');
}
