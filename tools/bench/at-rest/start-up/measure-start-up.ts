import { startTokenIssuer } from '@bff/testing';
import { markdownTable } from '../../../src/report/markdown-table.ts';
import { median } from '../../../src/load/median.ts';
import type { AtRestOptions } from '../at-rest-table.ts';
import { appLaunches } from './launches.ts';
import { npmStartTime } from './npm-start-time.ts';
import { readyTime } from './ready-time.ts';

/** Milliseconds of every start. */
export interface StartUpReport {
  readonly apps: readonly {
    readonly name: string;
    readonly source: readonly number[];
    /** Undefined when it was not built. */
    readonly bundle: readonly number[] | undefined;
  }[];
  readonly npmStart: readonly number[];
}

/** Starts each app alone so many times, then the whole system by `npm start`. The first start of each is not counted. */
export async function measureStartUp({ progress, starts = 7 }: AtRestOptions): Promise<StartUpReport> {
  const apps: StartUpReport['apps'][number][] = [];
  const issuer = await startTokenIssuer();
  try {
    for (const { app, source, bundle } of await appLaunches(issuer)) {
      const times = await timesOf(() => readyTime(source), starts);
      const ofBundle = bundle && (await timesOf(() => readyTime(bundle), starts));
      apps.push({ name: app.name, source: times, bundle: ofBundle });
      progress(`${app.name}: ${inSeconds(times)} from source, ${inSeconds(ofBundle)} built`);
    }
  } finally {
    await issuer.close();
  }
  const npmStart = await timesOf(npmStartTime, starts);
  progress(`npm start: ${inSeconds(npmStart)}`);
  return { apps, npmStart };
}

/** The first fills caches: Node's of compiled code, and the system's of files. */
async function timesOf(start: () => Promise<number>, starts: number): Promise<readonly number[]> {
  await start();
  const times: number[] = [];
  while (times.length < starts) times.push(await start());
  return times;
}

export function renderStartUp({ apps, npmStart }: StartUpReport): string {
  return [
    'From the start of the process until `/readyz` says 200; for `npm start` from the command until it says that every ' +
      `app is ready. Median of ${npmStart.length} starts with warm caches, and the slowest. "Built" is what ` +
      '`npm run build` makes for the image, without Node’s cache of compiled code.',
    markdownTable(
      ['', 'from source', 'slowest', 'built', 'slowest'],
      [
        ...apps.map(({ name, source, bundle }) => [name, ...cellsOf(source), ...cellsOf(bundle)]),
        ['`npm start`, all ready', ...cellsOf(npmStart), ...cellsOf(undefined)],
      ],
    ),
  ].join('\n\n');
}

const cellsOf = (times: readonly number[] | undefined): [median: string, slowest: string] => [
  inSeconds(times),
  inSeconds(times && [Math.max(...times)]),
];

const inSeconds = (times: readonly number[] | undefined): string =>
  times === undefined ? '-' : `${(median(times) / 1000).toFixed(2)} s`;
