import { offerLoadFromProcess } from '../../load/load-process.ts';
import { copyConfig } from '../../running/config-copy.ts';
import { type MetricsReading, readMetrics } from '../../running/metrics-reading.ts';
import { mobileOrder } from '../../running/page-requests.ts';
import { type Replica, startReplica } from '../../running/replica.ts';
import { type WholeSystem, startWholeSystem } from '../../running/whole-system.ts';
import { Claims } from '../claims.ts';
import type { ScenarioContext, ScenarioResult } from '../scenario.ts';
import { type HedgingFigures, extraShare, renderHedging } from './hedging-report.ts';
import { type UnevenPayments, startUnevenPayments } from './uneven-payments.ts';

export interface HedgingOptions extends ScenarioContext {
  /** For each way of hedging. */
  readonly ratePerSecond: number;
  /** How long they are measured, after `warmUpMs` of the same load. */
  readonly forMs: number;
  readonly warmUpMs: number;
}

/** One time in twenty, a service that usually takes 20 to 40 ms takes 300. Its limits stay as they ship. */
const service = { slowShare: 0.05, slowMs: 300, usualMs: [20, 40] } as const;

/** Off first. With one call in twenty slow, the 95th percentile is just where the tail begins; the 90th is clear of it. */
const ways = [
  { name: 'off', hedge: { enabled: false } },
  { name: 'on, as by default: after p95, budget 10 %', hedge: { enabled: true } },
  { name: 'on, after p90, budget 15 %', hedge: { enabled: true, quantile: 0.9, ratio: 0.15 } },
];

/** On a machine that has other things to do, its event loop may be late; that is not what is measured. */
const neverShed = { maxEventLoopDelayMs: 60_000 };

/** The claim is that the tail is shorter; by how much depends on how quiet the machine is, and the figures say. */
const MOST_OF_P99 = 0.95;
/** The budget's share and what the floor allows besides (`minPerSecond`), of calls counted over 10 s. */
const MOST_EXTRA = [0, 0.11, 0.16];

/** The order page of mobile-bff processes that differ in their hedging, each before a payment service of the same seed. */
export async function runHedging(options: HedgingOptions): Promise<ScenarioResult> {
  const system = await startWholeSystem({ LOG_LEVEL: 'warn' });
  const rivals: Rival[] = [];
  try {
    for (const way of ways) rivals.push(await startRival(system, way, options.seed));
    return judge(await measure(rivals, await system.signIn('usr_0001'), options), options);
  } finally {
    await Promise.all(rivals.map((rival) => rival.close()));
    await system.close();
  }
}

/** One of the processes that are compared. */
interface Rival {
  readonly name: string;
  readonly replica: Replica;
  readonly payments: UnevenPayments;
  close(): Promise<void>;
}

async function startRival(system: WholeSystem, { name, hedge }: (typeof ways)[number], seed: number): Promise<Rival> {
  const config = copyConfig({ 'mobile-bff': { shedding: neverShed, services: { payment: { hedge } } } });
  const payments = await startUnevenPayments({ ...service, seed });
  const env = { LOG_LEVEL: 'warn', CONFIG_DIR: config.dir, PAYMENT_SERVICE_URL: payments.url };
  const replica = await startReplica(system, { app: 'mobile-bff', env });
  return {
    name,
    replica,
    payments,
    async close() {
      await replica.stop();
      await payments.close();
      config.remove();
    },
  };
}

/** All at the same time, each in its turn: whatever else the machine does meanwhile, it does to all of them. */
async function measure(
  rivals: readonly Rival[],
  token: string,
  { ratePerSecond, warmUpMs, forMs, progress }: HedgingOptions,
): Promise<HedgingFigures[]> {
  const requests = rivals.map(({ name, replica }) => ({ ...mobileOrder(() => replica.url, token), name }));
  const offer = { requests, ratePerSecond: ratePerSecond * rivals.length };
  const counted = () => Promise.all(rivals.map(({ replica }) => readMetrics(replica.adminUrl)));
  progress('learning what is late');
  await offerLoadFromProcess({ ...offer, forMs: warmUpMs });
  for (const { payments } of rivals) payments.restart();
  const before = await counted();
  progress('measuring');
  const { byName } = await offerLoadFromProcess({ ...offer, forMs });
  const after = await counted();
  return rivals.map(({ name, payments }, index) => {
    const [load, then, now] = [byName[name], before[index], after[index]];
    if (!load || !then || !now) throw new Error(`nothing was measured of hedging ${name}`);
    return {
      name,
      load,
      calls: payments.counts.requests,
      slowAnswers: payments.counts.slow,
      ...hedgesBetween(then, now),
    };
  });
}

function hedgesBetween(before: MetricsReading, after: MetricsReading) {
  const counted = (what: string): number => after.sum(what) - before.sum(what);
  const then = before.by('reason', 'bff_downstream_hedges_refused_total');
  const now = Object.entries(after.by('reason', 'bff_downstream_hedges_refused_total'));
  return {
    hedged: counted('bff_downstream_hedges_total'),
    won: counted('bff_downstream_hedges_won_total'),
    refused: Object.fromEntries(now.map(([reason, count]) => [reason, count - (then[reason] ?? 0)])),
  };
}

function judge(figures: readonly HedgingFigures[], { ratePerSecond, forMs }: HedgingOptions): ScenarioResult {
  const claims = new Claims();
  const [off, ...on] = figures;
  for (const [index, one] of figures.entries()) {
    const { name, load } = one;
    claims.holds(
      load.ok.count === load.sent,
      `hedging ${name}: not all were answered 200: ${JSON.stringify(load.ended)}`,
    );
    const most = MOST_EXTRA[index] ?? 0;
    claims.holds(extraShare(one) <= most, `hedging ${name}: ${extraShare(one)} extra calls, allowed are ${most}`);
  }
  for (const { name, load } of on) {
    const most = (off?.load.ok.p99 ?? 0) * MOST_OF_P99;
    claims.holds(load.ok.p99 <= most, `hedging ${name}: p99 is ${load.ok.p99} ms, claimed are at most ${most} ms`);
  }
  const setting =
    `The order page of mobile-bff, ${ratePerSecond} a second for ${forMs / 1000} s of each way at the same time. The payment service takes ` +
    `${service.usualMs.join(' to ')} ms, and ${service.slowMs} ms one time in twenty.`;
  return { markdown: renderHedging(figures, setting), failures: claims.failures };
}
