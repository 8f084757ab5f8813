import { setTimeout as sleep } from 'node:timers/promises';
import { type RedisCluster, type RedisServer, describeWithRedis, startRedis, startRedisCluster } from '@bff/testing';
import { RedisConnection, parseRedisUrl, script } from '../src/index.ts';

const appendScript = script(`return redis.call('APPEND', KEYS[1], ARGV[1])`);

const open = (url: string, commandMs = 1000): RedisConnection =>
  new RedisConnection(parseRedisUrl(url), { random: Math.random, commandMs });

describeWithRedis('a connection', () => {
  let redis: RedisServer;
  let connection: RedisConnection;
  beforeEach(async () => {
    redis = await startRedis();
    connection = open(redis.url);
    await eventually(() => connection.connected);
  });
  afterEach(async () => {
    connection.close();
    redis.resume();
    await redis.stop();
  });

  it('runs scripts and reads hashes', async () => {
    expect(await connection.run(appendScript, ['key'], ['abc'])).toBe(3);
    await redis.command('HSET', 'hash', 'field', 'value');
    expect(await connection.readHash('hash')).toEqual({ field: 'value' });
    expect(await connection.readHash('nothing')).toEqual({});
    expect(connection.trouble).toBeUndefined();
  });

  it('fails at once without a server, and works again by itself, with scripts that the new one does not know', async () => {
    let times = 0;
    connection.onConnected(() => (times += 1));
    await connection.run(appendScript, ['key'], ['abc']);
    await redis.kill();
    await eventually(() => !connection.connected);
    await expect(connection.readHash('hash')).rejects.toThrow('enableOfflineQueue');
    await eventually(() => connection.trouble?.includes('ECONNREFUSED') === true);
    await redis.start();
    await eventually(() => connection.connected);
    expect(times).toBe(1);
    expect(await connection.run(appendScript, ['key'], ['abc'])).toBe(3);
  });

  it('gives a command up that is not answered', async () => {
    const impatient = open(redis.url, 50);
    await eventually(() => impatient.connected);
    redis.pause();
    await expect(impatient.readHash('hash')).rejects.toThrow('Command timed out');
    impatient.close();
  });

  it('tells of the first connection too', async () => {
    const second = open(redis.url);
    const first = Promise.withResolvers<void>();
    second.onConnected(first.resolve);
    await first.promise;
    expect(second.connected).toBe(true);
    second.close();
  });
});

describeWithRedis('a connection to a cluster', () => {
  let cluster: RedisCluster;
  beforeAll(async () => {
    cluster = await startRedisCluster();
  });
  afterAll(() => cluster.stop());

  it('finds the node of each key, tells when it is connected, and refuses what a lost node had', async () => {
    const connection = open(cluster.nodes.map(({ url }) => url).join(','), 200);
    const first = Promise.withResolvers<void>();
    connection.onConnected(first.resolve);
    await first.promise;
    for (const key of ['a', 'b', 'c', 'd']) expect(await connection.run(appendScript, [key], ['abc'])).toBe(3);
    await (await cluster.nodeOf('a')).kill();
    await expect(connection.run(appendScript, ['a'], ['abc'])).rejects.toThrow(/./);
    connection.close();
  });
});

/** Gives a condition ten seconds to come true: far more than anything here takes, on a busy machine too. */
async function eventually(condition: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > giveUpAt) throw new Error('it did not come true within 10 s');
    await sleep(5);
  }
}
