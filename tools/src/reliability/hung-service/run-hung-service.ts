import { percentilesOf } from '../../load/percentiles.ts';
import { copyConfig } from '../../running/config-copy.ts';
import { type Customer, signInCustomers } from '../../running/many-customers.ts';
import { readMetrics } from '../../running/metrics-reading.ts';
import { type ServiceName, type WholeSystem, startWholeSystem } from '../../running/whole-system.ts';
import { Claims } from '../claims.ts';
import { inMs, inPercent, markdownTable } from '../../report/markdown-table.ts';
import { until } from '../pause.ts';
import type { ScenarioContext, ScenarioResult } from '../scenario.ts';
import { type Measured, type PageFigures, measurePages } from './measure-pages.ts';
import { pagesByNeed } from './pages-by-need.ts';

export interface HungServiceOptions extends ScenarioContext {
  readonly services: readonly ServiceName[];
  /** Healthy and hung in turn, so often. The claims are on the medians. */
  readonly rounds: number;
  readonly forMs: number;
  readonly ratePerSecond: number;
  /** False where other work on the machine makes times say nothing. */
  readonly timed: boolean;
}

const LEAST_THROUGHPUT = 0.99;
/** Where the machine is busy with other things some pages are late for reasons of their own. */
const LEAST_UNTIMED = 0.8;
const MOST_P99_MS = 5;
const bffs = ['mobile-bff', 'web-bff', 'graphql-bff'];
/** Only so that rounds follow each other quickly; it makes probes of the hung service more frequent. */
const breaker = { openMs: 1000, maxOpenMs: 2500 };
const services = { order: { breaker }, user: { breaker }, payment: { breaker }, inventory: { breaker } };

interface Round {
  readonly healthy: Measured;
  readonly hung: Measured;
}

/** Hangs one service after the other and compares the pages that do not need it with those of healthy times. */
export async function runHungService(options: HungServiceOptions): Promise<ScenarioResult> {
  const config = copyConfig(Object.fromEntries(bffs.map((app) => [app, { services }])));
  const env = { LOG_LEVEL: 'error', CONFIG_DIR: config.dir, MOCK_LATENCY_MEDIAN_MS: '10' };
  const system = await startWholeSystem(env);
  try {
    const customers = await signInCustomers(system, 300);
    const claims = new Claims();
    const rows: (string | number)[][] = [];
    for (const service of options.services) {
      const rounds = await hangInTurn(system, service, customers, options);
      rows.push(...judge(service, rounds, options, claims));
    }
    const head = ['hung', 'pages', 'whole a second', 'of healthy', 'p50', 'p99', 'p99 moved by', 'whole'];
    const markdown = [
      `${options.ratePerSecond} pages a second, healthy and hung in turn, ${options.rounds} rounds of ` +
        `${options.forMs / 1000} s each; medians of the rounds, from when the circuit is open.`,
      markdownTable(head, rows),
    ].join('\n\n');
    return { markdown, failures: claims.failures };
  } finally {
    await system.close();
    config.remove();
  }
}

async function hangInTurn(
  system: WholeSystem,
  service: ServiceName,
  customers: readonly Customer[],
  { rounds, forMs, ratePerSecond, progress }: HungServiceOptions,
): Promise<readonly Round[]> {
  const pages = pagesByNeed(system, service);
  const measure = (ms: number) => measurePages({ customers, pages, ratePerSecond, forMs: ms });
  const results: Round[] = [];
  // Connections are made and code is compiled.
  await measure(2000);
  for (let round = 1; round <= rounds; round += 1) {
    progress(`${service} service, round ${round} of ${rounds}`);
    const healthy = await measure(forMs);
    await system.setFault(service, 'hang');
    await untilOpen(system, service, () => measure(500));
    const hung = await measure(forMs);
    await system.clearFaults();
    await untilWhole(() => measure(500));
    results.push({ healthy, hung });
  }
  return results;
}

/** Offers load until no BFF that meets the service asks it any more. */
async function untilOpen(system: WholeSystem, service: ServiceName, offer: () => Promise<unknown>): Promise<void> {
  await until(`the circuit of the ${service} service opens`, 20_000, async () => {
    await offer();
    const closed = await Promise.all(
      ['mobile-bff', 'graphql-bff'].map(async (app) =>
        (await readMetrics(system.adminUrl(app))).sum('bff_breaker_state', { service, state: 'closed' }),
      ),
    );
    return closed.every((count) => count === 0);
  });
}

const untilWhole = (offer: () => Promise<Measured>): Promise<number> =>
  until('pages are whole again', 30_000, async () => {
    const { others, needing } = await offer();
    return others.wholeShare === 1 && needing.wholeShare === 1;
  });

function judge(
  service: ServiceName,
  rounds: readonly Round[],
  { timed }: HungServiceOptions,
  claims: Claims,
): (string | number)[][] {
  return (['others', 'needing'] as const).map((kind) => {
    const medianOf = (of: (round: Round) => number): number => percentilesOf(rounds.map(of)).p50;
    const hung = (of: (figures: PageFigures) => number): number => medianOf((round) => of(round.hung[kind]));
    const share = medianOf((round) => round.hung[kind].wholePerSecond / round.healthy[kind].wholePerSecond);
    const moved = medianOf((round) => round.hung[kind].p99 - round.healthy[kind].p99);
    if (kind === 'others') {
      const wholeShare = hung((figures) => figures.wholeShare);
      const at = `pages that do not need the ${service} service, which hangs`;
      const endings = JSON.stringify(rounds.map(({ hung: { others } }) => others.notWhole));
      claims.holds(
        wholeShare >= (timed ? LEAST_THROUGHPUT : LEAST_UNTIMED),
        `${at}: ${inPercent(wholeShare)} are whole; not so: ${endings}`,
      );
      claims.holds(!timed || share >= LEAST_THROUGHPUT, `${at}: throughput is ${inPercent(share)} of the healthy one`);
      claims.holds(!timed || moved <= MOST_P99_MS, `${at}: their p99 moved by ${moved.toFixed(1)} ms`);
    }
    return [
      service,
      kind === 'others' ? 'that do not need it' : 'that need it',
      hung((figures) => figures.wholePerSecond).toFixed(1),
      inPercent(share),
      inMs(hung((figures) => figures.p50)),
      inMs(hung((figures) => figures.p99)),
      `${moved.toFixed(1)} ms`,
      inPercent(hung((figures) => figures.wholeShare)),
    ];
  });
}
