import { once } from 'node:events';
import type { LoadAnswer, LoadRequest } from '../../load/load-request.ts';
import { offerLoad } from '../../load/offer-load.ts';
import { percentilesOf } from '../../load/percentiles.ts';
import { type Customer, signInCustomers } from '../../running/many-customers.ts';
import { customerPages } from '../../running/page-requests.ts';
import type { ProbeReading } from '../../running/probe.ts';
import { type WholeSystem, startWholeSystem } from '../../running/whole-system.ts';
import { Draws } from '../../simulator/draws.ts';
import { Claims } from '../claims.ts';
import { inMs, inPercent, markdownTable } from '../../report/markdown-table.ts';
import { pause, until } from '../pause.ts';
import { repeat } from '../repeat.ts';
import type { ScenarioContext, ScenarioResult } from '../scenario.ts';
import { disturb } from './random-faults.ts';
import { growthPerMinute } from './trend.ts';

export interface SoakOptions extends ScenarioContext {
  readonly minutes: number;
  readonly ratePerSecond: number;
  /** How often the processes are asked what they hold. */
  readonly readEveryMs: number;
}

const bffs = ['mobile-bff', 'web-bff', 'graphql-bff'] as const;
/** One client in so many leaves before it is answered. */
const LEAVES = 20;
/** Of the heap after a collection, over the second half: what the caches hold has settled by then. */
const MOST_GROWTH_BYTES_PER_MINUTE = 500_000;
/** Over less than this a slope says more of code being compiled than of leaks: a run of two minutes is the shortest. */
const TREND_NEEDS_MS = 60_000;
/** Four services at most 64 at once each, and the connections of the clients. */
const MOST_SOCKETS = 4 * 64 + 1024;
/** The longest that a circuit may stay open, and two seconds. */
const LONGEST_RECOVERY_MS = 32_000;

interface Held extends ProbeReading {
  readonly atMs: number;
}

/** Load and random faults of all services for a time. */
export async function runSoak(options: SoakOptions): Promise<ScenarioResult> {
  const system = await startWholeSystem({ LOG_LEVEL: 'fatal' });
  try {
    const customers = await signInCustomers(system, 60);
    const draws = new Draws(options.seed);
    const statuses: Record<string, number> = {};
    const tookMs: number[] = [];
    const onAnswer = ({ status, error, tookMs: ms }: LoadAnswer): void => {
      const how = String(status ?? error);
      statuses[how] = (statuses[how] ?? 0) + 1;
      if (status !== undefined) tookMs.push(ms);
    };
    const faults = disturb(system, draws);
    const load = offerLoad({
      next: pagesOf(system, customers, draws),
      ratePerSecond: options.ratePerSecond,
      forMs: options.minutes * 60_000,
      onAnswer,
    });
    const readings = await readWhile(load, system, options);
    const faultCount = await faults.stop();
    await system.clearFaults();
    const wholeAfterMs = await until('every page is whole', LONGEST_RECOVERY_MS, () => allWhole(system, customers));
    const claims = new Claims();
    const rows = bffs.map((app) =>
      judge(
        app,
        readings.map((reading) => reading[app]),
        claims,
      ),
    );
    const lost = Object.keys(statuses).filter((how) => how !== 'aborted' && !/^\d+$/.test(how));
    claims.holds(lost.length === 0, `requests without an answer: ${JSON.stringify(statuses)}`);
    const answered = tookMs.length;
    const { p50, p99 } = percentilesOf(tookMs);
    const markdown = [
      `${options.minutes} minutes at ${options.ratePerSecond} pages a second on all BFFs, ${faultCount} faults of any kind on ` +
        `any service, one client in ${LEAVES} leaving. ${answered} were answered (${JSON.stringify(statuses)}; p50 ${inMs(p50)}, ` +
        `p99 ${inMs(p99)}), ${inPercent((statuses['200'] ?? 0) / answered)} of them with 200. All pages were whole ` +
        `${(wholeAfterMs / 1000).toFixed(1)} s after the last fault.`,
      markdownTable(['app', 'heap at first', 'heap at last', 'growth a minute, second half', 'most sockets'], rows),
    ].join('\n\n');
    return { markdown, failures: claims.failures };
  } finally {
    await system.close();
  }
}

type Readings = Readonly<Record<(typeof bffs)[number], Held>>;

async function readWhile(
  load: Promise<unknown>,
  system: WholeSystem,
  { readEveryMs, progress }: SoakOptions,
): Promise<readonly Readings[]> {
  const readings: Readings[] = [];
  const ended = new AbortController();
  const reading = repeat(async () => {
    await Promise.race([pause(readEveryMs), once(ended.signal, 'abort')]);
    const now = await Promise.all(
      bffs.map(async (app) => [app, { ...(await system.probe(app)), atMs: performance.now() }] as const),
    );
    readings.push(Object.fromEntries(now) as Readings);
    progress(now.map(([app, { heapUsed }]) => `${app} ${(heapUsed / 1e6).toFixed(1)} MB`).join(', '));
  });
  await load;
  const stopped = reading.stop();
  ended.abort();
  await stopped;
  return readings;
}

const pagesOf = (system: WholeSystem, customers: readonly Customer[], draws: Draws) => {
  const pages = customers.map(({ token, orderId }) => customerPages(system.publicUrl, token, orderId));
  return (): LoadRequest => {
    const own = pages[draws.whole(0, pages.length - 1)] ?? [];
    const page = own[draws.whole(0, own.length - 1)];
    if (!page) throw new TypeError('there are no pages');
    return draws.whole(1, LEAVES) === 1 ? { ...page, abortAfterMs: draws.whole(1, 400) } : page;
  };
};

async function allWhole({ get }: WholeSystem, customers: readonly Customer[]): Promise<boolean> {
  const [{ userId, path } = { userId: 'usr_0001', path: '/v1/orders/ord_20000' }] = customers;
  const pages = await Promise.all([
    get(path, userId),
    get('/v1/dashboard', userId, 'web-bff'),
    get(path, userId, 'web-bff'),
  ]);
  return pages.every(({ status, body }) => status === 200 && body.meta?.complete === true && !body.meta.degraded);
}

function judge(app: string, readings: readonly Held[], claims: Claims): (string | number)[] {
  const [first, last] = [readings[0], readings.at(-1)];
  const settled = readings.slice(Math.floor(readings.length / 2));
  const growth = growthPerMinute(settled.map(({ atMs, heapUsed }) => ({ atMs, value: heapUsed })));
  const lastsMs = (last?.atMs ?? 0) - (settled[0]?.atMs ?? 0);
  const sockets = Math.max(...readings.map(({ resources }) => resources['TCPSocketWrap'] ?? 0));
  claims.holds(
    lastsMs < TREND_NEEDS_MS || growth <= MOST_GROWTH_BYTES_PER_MINUTE,
    `the heap of ${app} grows by ${(growth / 1e6).toFixed(2)} MB a minute`,
  );
  claims.holds(sockets <= MOST_SOCKETS, `${app} held ${sockets} sockets`);
  claims.holds(last?.warnings.length === 0, `${app} warned: ${last?.warnings.join('; ')}`);
  claims.holds(last?.unhandledRejections === 0, `${app} had ${last?.unhandledRejections} unhandled rejections`);
  const inMb = (bytes = 0): string => `${(bytes / 1e6).toFixed(1)} MB`;
  return [app, inMb(first?.heapUsed), inMb(last?.heapUsed), `${(growth / 1e6).toFixed(2)} MB`, sockets];
}
