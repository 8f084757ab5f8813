import { setTimeout as sleep } from 'node:timers/promises';
import { DownstreamError } from '@bff/errors';
import { type RedisTarget, parseRedisUrl } from '@bff/redis';
import { type RedisCluster, type RedisServer, describeWithRedis, startRedis, startRedisCluster } from '@bff/testing';
import { type Replica, eventually, startReplica } from './replica.ts';
import { targetOf } from './store-kinds.ts';

/** Ids made to collide if parts of a key were only glued together. */
const users = [
  'usr_1',
  'usr_11',
  'usr',
  '1',
  'usr_1:orders',
  'usr_1}',
  '{usr_1',
  'a',
  'a:',
  ':a',
  'a::',
  '',
  'ü',
  'u\u0308',
];
const pages = ['home', 'orders', 'orders:usr_1', '', 'profile'];
const outage = new DownstreamError('DOWNSTREAM_TIMEOUT', { service: 'user', operation: 'byId' });

/**
 * Every user opens every page again and again, all at once, on replicas that share a store; loads are slow, fail, or end
 * after their caller has left. Whatever is served says for whom it was loaded.
 */
async function nobodySeesAnother(replicas: readonly Replica[]): Promise<void> {
  const statuses = new Set<string>();
  /** Otherwise the test has not tried hard enough: on a busy machine Redis may be skipped for a while. */
  const triedAll = (): boolean =>
    ['fresh', 'loaded', 'stale'].every((status) => statuses.has(status)) &&
    replicas.every(({ lookups }) => lookups.length === 0 || lookups.includes('found'));
  const open = async (user: string, page: string, round: number): Promise<void> => {
    const replica = replicas[round % replicas.length];
    const leaving = new AbortController();
    if (round % 5 === 4) setTimeout(() => leaving.abort(new Error('left')), 1);
    const fetched = await replica?.cache
      .fetch({
        key: [page, 'section', user],
        freshMs: round % 3 === 0 ? 0 : 40,
        staleIfErrorMs: 60_000,
        signal: leaving.signal,
        async load() {
          await sleep((user.length + page.length + round) % 7);
          if (round % 4 === 3) throw outage;
          return { user, page, secret: `of ${user} on ${page}` };
        },
      })
      .catch(() => undefined);
    if (!fetched) return;
    statuses.add(fetched.status);
    if (fetched.value.user !== user || fetched.value.page !== page) {
      throw new Error(`${user} on ${page} was shown ${JSON.stringify(fetched)}`);
    }
  };
  let round = 0;
  await eventually('every way to be served was tried', async () => {
    await Promise.all(users.flatMap((user) => pages.map((page) => open(user, page, round))));
    round += 1;
    return round >= 12 && triedAll();
  });
}

it('two users never see each other’s data, in memory', async () => {
  await expect(nobodySeesAnother([startReplica(undefined)])).resolves.toBeUndefined();
});

describeWithRedis('two users never see each other’s data', () => {
  let redis: RedisServer;
  let cluster: RedisCluster;
  beforeAll(async () => {
    [redis, cluster] = await Promise.all([startRedis(), startRedisCluster()]);
  });
  afterAll(() => Promise.all([redis.stop(), cluster.stop()]));

  const onTwoReplicas = async (target: RedisTarget): Promise<void> => {
    const replicas = [startReplica(target), startReplica(target)];
    await Promise.all(replicas.map((replica) => replica.connected()));
    await nobodySeesAnother(replicas);
    await Promise.all(replicas.map(({ cache }) => cache.close()));
  };

  it('on replicas that share a Redis', async () => {
    await expect(onTwoReplicas(parseRedisUrl(redis.url))).resolves.toBeUndefined();
  });

  it('on replicas that share a cluster', async () => {
    await expect(onTwoReplicas(targetOf(cluster))).resolves.toBeUndefined();
  });
});
