import { watchLivez } from './livez-watch.ts';
import { type Offered, type OverloadOrder, offerOverload } from './overload-order.ts';
import { type OverloadReport, type OverloadSeries, type PeakRound, type Round, seriesOf } from './overload-report.ts';
import { type OverloadedBff, type SheddingChange, startOverloadedBff } from './overloaded-bff.ts';

/** What a phone is promised a page within. */
const PAGE_BUDGET_MS = 800;
/** With fewer the process is idle at times, with more they only wait longer. */
const CLIENT_COUNTS = [16, 32, 64];
const FACTORS = [1, 2, 3];
const RECOVERY_STEP_MS = 250;
/** Several open times of a circuit. */
const LONGEST_RECOVERY_MS = 60_000;
/** Thresholds that nothing reaches. */
const off: SheddingChange = { maxInFlight: 100_000, minInFlight: 100_000 };

export interface OverloadOptions {
  /** Rounds of which the medians are told. Default 9. */
  readonly rounds?: number;
  /** How long each load is offered. Default 2,000 ms. */
  readonly forMs?: number;
  /** In place of the thresholds that ship. */
  readonly shedding?: SheddingChange;
  /** Told what is going on. */
  readonly progress?: (line: string) => void;
}

/**
 * Overloads a real mobile-bff whose services answer at once: finds what it can do at most with clients that wait for
 * their answers, then offers one, two and three times that at a rate that waits for nobody. Once with the thresholds that
 * ship, once with shedding off.
 */
export async function runOverload(options: OverloadOptions = {}): Promise<OverloadReport> {
  const { rounds = 9, forMs = 2000, shedding = {}, progress = () => {} } = options;
  const settings = { rounds, forMs, progress };
  progress('with shedding');
  const on = await withBff(shedding, (bff) => measureSeries(bff, settings));
  progress('with shedding off');
  const without = await withBff(off, (bff) => measureSeries(bff, settings));
  progress('CPU of a page and of a refusal');
  const pageMicros = await withBff(off, (bff) => cpuMicros(bff, { clients: 8, forMs }, ({ pages }) => pages));
  const refusalMicros = await withBff({ maxInFlight: 1 }, async (bff) => {
    // Whoever gets in stays for most of a page's time: nearly all others are refused.
    await bff.delayOrders(300);
    return cpuMicros(bff, { clients: 32, forMs }, ({ shed }) => shed);
  });
  return { budgetMs: PAGE_BUDGET_MS, rounds, forMs, on, off: without, cpu: { pageMicros, refusalMicros } };
}

interface SeriesOptions {
  readonly rounds: number;
  readonly forMs: number;
  readonly progress: (line: string) => void;
}

async function withBff<T>(change: SheddingChange, use: (bff: OverloadedBff) => Promise<T>): Promise<T> {
  const bff = await startOverloadedBff(change);
  try {
    const warm = await load(bff, { clients: 16, forMs: 3000 });
    if (warm.pages === 0) throw new Error(`mobile-bff answers no whole page: ${JSON.stringify(warm)}`);
    return await use(bff);
  } finally {
    await bff.close();
  }
}

async function measureSeries(bff: OverloadedBff, { rounds, forMs, progress }: SeriesOptions): Promise<OverloadSeries> {
  const first = await measurePeak(bff, forMs);
  const perSecond = Math.max(...first.map((peak) => peak.perSecond));
  if (perSecond === 0) throw new Error('mobile-bff answers no whole page within its budget');
  const peaks: PeakRound[] = [];
  const measured: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    peaks.push(...(await measurePeak(bff, forMs)));
    for (const factor of FACTORS) {
      const livez = watchLivez(bff.adminUrl);
      const { offered, cpuMs } = await timedLoad(bff, { ratePerSecond: perSecond * factor, forMs });
      measured.push({ factor, forMs, offered, cpuMs, livez: await livez.stop() });
      await untilRecovered(bff);
      progress(
        `round ${round} of ${rounds}: ${factor} times ${Math.round(perSecond)}/s, ` +
          `${Math.round(offered.goodPerSecond)}/s good, p99 ${Math.round(offered.tookMs.p99)} ms, ` +
          `${offered.shed} shed, others ${JSON.stringify(offered.others)}`,
      );
    }
  }
  return seriesOf(peaks, measured);
}

/** Without shedding an overload leaves open circuits behind: they are not to spoil what comes next. */
async function untilRecovered(bff: OverloadedBff): Promise<void> {
  for (let times = 0; times < LONGEST_RECOVERY_MS / RECOVERY_STEP_MS; times += 1) {
    const { sent, pages } = await load(bff, { clients: 1, forMs: RECOVERY_STEP_MS });
    if (pages === sent) return;
  }
  throw new Error(`pages were not whole again within ${LONGEST_RECOVERY_MS} ms`);
}

/** The pages a second that waiting clients get, for each number of them. */
async function measurePeak(bff: OverloadedBff, forMs: number): Promise<readonly PeakRound[]> {
  const peaks: PeakRound[] = [];
  for (const clients of CLIENT_COUNTS) {
    const { offered, cpuMs } = await timedLoad(bff, { clients, forMs });
    const { goodPerSecond } = offered;
    peaks.push({ clients, perSecond: goodPerSecond, perCpuSecond: (goodPerSecond * forMs) / cpuMs });
  }
  return peaks;
}

/** CPU time for each of what is counted. */
async function cpuMicros(bff: OverloadedBff, order: Load, count: (offered: Offered) => number): Promise<number> {
  const { offered, cpuMs } = await timedLoad(bff, order);
  return (cpuMs * 1000) / count(offered);
}

async function timedLoad(bff: OverloadedBff, order: Load): Promise<{ offered: Offered; cpuMs: number }> {
  const before = await bff.cpuMs();
  const offered = await load(bff, order);
  return { offered, cpuMs: (await bff.cpuMs()) - before };
}

type Load = Pick<OverloadOrder, 'forMs' | 'clients' | 'ratePerSecond'>;

const load = (bff: OverloadedBff, order: Load): Promise<Offered> =>
  offerOverload({ url: bff.url, tokens: bff.tokens, budgetMs: PAGE_BUDGET_MS, ...order });
