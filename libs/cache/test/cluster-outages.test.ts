import { setTimeout as sleep } from 'node:timers/promises';
import { slotOf } from '@bff/redis';
import { type RedisCluster, type RedisServer, describeWithRedis, startRedisCluster } from '@bff/testing';
import { type Replica, eventually, lateAfterMs, startReplica } from './replica.ts';
import { targetOf } from './store-kinds.ts';

describeWithRedis('a cluster that loses a node', () => {
  let cluster: RedisCluster;
  let one: Replica;
  let other: Replica;
  beforeAll(async () => {
    cluster = await startRedisCluster();
  });
  afterAll(() => cluster.stop());
  beforeEach(async () => {
    [one, other] = [startReplica(targetOf(cluster)), startReplica(targetOf(cluster))];
    await Promise.all([one.connected(), other.connected()]);
  });
  afterEach(() => Promise.all([one.cache.close(), other.cache.close()]));

  let made = 0;
  /** A key that nobody has used yet, on that node. */
  const keyOn = async (node: RedisServer): Promise<string> => {
    for (;;) {
      made += 1;
      if ((await cluster.nodeOf(`{app/1:key-${made}}`)) === node) return `key-${made}`;
    }
  };
  const isShared = async (node: RedisServer): Promise<boolean> => {
    const key = await keyOn(node);
    await one.ask(key, 'theirs');
    await sleep(10);
    return (await other.ask(key, 'own')).value === 'theirs';
  };
  /** Fetches 20 cold keys of that node; gives how long the slowest took. */
  const slowestOn = async (node: RedisServer): Promise<number> => {
    let slowest = 0;
    for (let round = 0; round < 20; round += 1) {
      const key = await keyOn(node);
      const startedAt = performance.now();
      expect(await one.ask(key, 'own')).toMatchObject({ status: 'loaded', value: 'own' });
      slowest = Math.max(slowest, performance.now() - startedAt);
    }
    return slowest;
  };

  it('puts each key where the cluster says, its lease beside it', async () => {
    const [node] = cluster.nodes;
    const key = await keyOn(node);
    await one.ask(key, 'own');
    await eventually('it is stored', async () => (await node.command('EXISTS', `{app/1:${key}}:value`)) === '1');
    expect(Number(await node.command('CLUSTER', 'KEYSLOT', `{app/1:${key}}:lease`))).toBe(slotOf(`app/1:${key}`));
  });

  it('shares through every node', async () => {
    const shared: RedisServer[] = [];
    for (const node of cluster.nodes) {
      await eventually('a value is shared', () => isShared(node));
      shared.push(node);
    }
    expect(shared).toEqual(cluster.nodes);
  });

  it.each(['killed', 'paused'] as const)(
    '%s: it alone is skipped, the others are used, and it again when it is back',
    async (how) => {
      const [healthy, broken] = cluster.nodes;
      const name = `127.0.0.1:${broken.port}`;
      if (how === 'killed') await broken.kill();
      else broken.pause();
      expect(await slowestOn(broken)).toBeLessThan(lateAfterMs(0));
      expect(one.nodes).toContain(`${name} skipped`);
      expect(one.cache.snapshot().redis?.skippedNodes).toEqual([name]);
      await eventually('the healthy one is used', () => isShared(healthy));
      if (how === 'killed') await broken.start();
      else broken.resume();
      await eventually('it is used again', () => isShared(broken));
      expect(one.nodes.at(-1)).toBe(`${name} used`);
    },
  );
});
