import { startRedis } from '@bff/testing';
import { signInCustomers } from '../../running/many-customers.ts';
import { startReplica } from '../../running/replica.ts';
import { startTcpProxy } from '../../running/tcp-proxy.ts';
import { startWholeSystem } from '../../running/whole-system.ts';
import { Claims } from '../claims.ts';
import { inMs, markdownTable } from '../../report/markdown-table.ts';
import type { ScenarioContext, ScenarioResult } from '../scenario.ts';
import { type PhaseFigures, measurePhase } from './measure-phase.ts';

export interface RedisOutageOptions extends ScenarioContext {
  readonly ratePerSecond: number;
  readonly forMs: number;
  /** How long what is back is given to be noticed. */
  readonly backMs: number;
  /** False where other work on the machine makes times say nothing. */
  readonly timed: boolean;
}

/** What all lookups of a page together may cost it when Redis does not answer. */
const MOST_MS = 25;

/** Two replicas share a Redis that is killed, paused and black-holed under load, and comes back after each. */
export async function runRedisOutage(options: RedisOutageOptions): Promise<ScenarioResult> {
  const redis = await startRedis();
  const proxy = await startTcpProxy(redis.port);
  const env = { LOG_LEVEL: 'fatal', MOCK_LATENCY_MEDIAN_MS: '5', REDIS_URL: `redis://127.0.0.1:${proxy.port}` };
  const system = await startWholeSystem(env);
  const replica = await startReplica(system, { app: 'mobile-bff', env });
  try {
    const own = { url: system.publicUrl('mobile-bff'), adminUrl: system.adminUrl('mobile-bff') };
    const customers = await signInCustomers(system, 100);
    const measure = (forMs: number): Promise<PhaseFigures> =>
      measurePhase({ replicas: [own, replica], customers, ratePerSecond: options.ratePerSecond, forMs });
    const phases: readonly { name: string; enter: () => unknown; up: boolean }[] = [
      { name: 'healthy', enter: () => {}, up: true },
      { name: 'killed', enter: () => redis.kill(), up: false },
      { name: 'started again, empty', enter: () => redis.start(), up: true },
      { name: 'paused (SIGSTOP)', enter: () => redis.pause(), up: false },
      { name: 'resumed', enter: () => redis.resume(), up: true },
      { name: 'black-holed', enter: () => proxy.swallow(), up: false },
      { name: 'restored', enter: () => proxy.restore(), up: true },
    ];
    await measure(2000);
    const figures: (PhaseFigures & { name: string; up: boolean })[] = [];
    for (const { name, enter, up } of phases) {
      options.progress(name);
      await enter();
      // What is back is given the time to be noticed; what fails is measured from its first moment.
      if (up) await measure(options.backMs);
      figures.push({ name, up, ...(await measure(options.forMs)) });
    }
    return judge(figures, options);
  } finally {
    redis.resume();
    await Promise.all([system.close(), replica.stop()]);
    await proxy.close();
    await redis.stop();
  }
}

function judge(
  figures: readonly (PhaseFigures & { name: string; up: boolean })[],
  { ratePerSecond, timed }: RedisOutageOptions,
): ScenarioResult {
  const claims = new Claims();
  const [healthy] = figures;
  const rows = figures.map(({ name, up, count, whole, notWhole, p50, p95, p99, lookups }) => {
    const { found = 0, missing = 0, timeout = 0, error = 0, skipped = 0 } = lookups;
    const share = whole / count;
    claims.holds(!timed || share === 1, `${name}: not whole were ${JSON.stringify(notWhole)}`);
    claims.holds(share > 0.9, `${name}: of ${count} pages only ${whole} were whole: ${JSON.stringify(notWhole)}`);
    const added = p95 - (healthy?.p95 ?? 0);
    claims.holds(!timed || added <= MOST_MS, `${name}: the p95 of pages is ${inMs(added)} above the healthy one`);
    claims.holds(!up || found + missing > 0, `${name}: Redis is not asked`);
    claims.holds(up || timeout + error + skipped > 0, `${name}: Redis answers all the same`);
    return [name, count, whole, inMs(p50), inMs(p95), inMs(p99), found + missing, timeout, error, skipped];
  });
  const head = ['Redis', 'pages', 'whole', 'p50', 'p95', 'p99', 'lookups answered', 'timed out', 'failed', 'skipped'];
  const markdown = [
    `${ratePerSecond} order pages a second to two replicas of mobile-bff. Each outage is measured from its first moment.`,
    markdownTable(head, rows),
  ].join('\n\n');
  return { markdown, failures: claims.failures };
}
