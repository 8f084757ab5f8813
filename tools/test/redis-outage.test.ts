import { generateDataSet } from '@bff/mock-kit';
import { type RedisServer, describeWithRedis, startRedis } from '@bff/testing';
import { type WholeSystem, startWholeSystem } from '../src/running/whole-system.ts';

describeWithRedis('Redis under a running system', () => {
  let redis: RedisServer;
  let system: WholeSystem;
  beforeAll(async () => {
    redis = await startRedis();
    // Without their latency the services take no time to speak of, so what Redis costs is all there is to see.
    system = await startWholeSystem({ REDIS_URL: redis.url, MOCK_LATENCY_MEDIAN_MS: '0' });
    await loadedPages();
  }, 40_000);
  afterAll(async () => {
    await system.close();
    await redis.stop();
  });

  it('may be paused, killed and started again: no page fails, and none waits for it longer than 25 ms', async () => {
    const healthy = await usualMs();

    redis.pause();
    expect(await usualMs()).toBeLessThan(healthy + 25);
    redis.resume();

    await redis.kill();
    expect(await usualMs()).toBeLessThan(healthy + 25);

    await redis.start();
    const before = await answersOfRedis();
    await untilUsedAgain(before);
    expect(await usualMs()).toBeLessThan(healthy + 25);
  }, 60_000);

  /**
   * How long a page takes: the least of three medians. Whatever else this machine does only adds to one of them, and what Redis
   * would add it would add to all.
   */
  async function usualMs(): Promise<number> {
    const medians: number[] = [];
    for (let round = 0; round < 3; round += 1) medians.push(median(await loadedPages(60)));
    return Math.min(...medians);
  }

  /** Pages that nobody has seen, ten at a time; every one of them is whole. Gives how long each took. */
  async function loadedPages(count = 150): Promise<number[]> {
    const took: number[] = [];
    const visit = async () => {
      for (let order = orders.next(); took.length < count && !order.done; order = orders.next()) {
        const { id, userId } = order.value;
        await system.signIn(userId);
        const { status, body, tookMs } = await system.get(`/v1/orders/${id}`, userId);
        expect({ status, complete: body.meta?.complete, degraded: body.meta?.degraded }).toEqual({
          status: 200,
          complete: true,
          degraded: false,
        });
        took.push(tookMs);
      }
    };
    await Promise.all(Array.from({ length: 10 }, visit));
    return took;
  }

  /** How often Redis has answered mobile-bff. */
  async function answersOfRedis(): Promise<number> {
    const metrics = await (await fetch(`${system.adminUrl('mobile-bff')}/metrics`)).text();
    const lines = metrics
      .split('\n')
      .filter((line) => /^bff_cache_redis_lookups_total.*outcome="(found|missing)"/.test(line));
    return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  }

  async function untilUsedAgain(before: number): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      await loadedPages(5);
      if ((await answersOfRedis()) > before) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('Redis is not asked again 10 s after it came back');
  }
});

const orders = generateDataSet().orders().values();

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
