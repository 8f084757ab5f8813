import { setTimeout as sleep } from 'node:timers/promises';
import { describeWithRedis } from './describe-with-redis.ts';
import { type RedisCluster, startRedisCluster } from './redis-cluster.ts';
import { type RedisServer, startRedis } from './redis-server.ts';

describeWithRedis('a redis-server of the test', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  it('answers', async () => {
    expect(await redis.command('SET', 'name', 'Zoë')).toBe('OK');
    expect(await redis.command('GET', 'name')).toBe('Zoë');
    expect(await redis.command('GET', 'nobody')).toBe('');
  });

  it('says what it refuses', async () => {
    await expect(redis.command('NONSENSE')).rejects.toThrow('unknown command');
  });

  it('answers nothing while it is paused, and then what was asked', async () => {
    redis.pause();
    let answered = false;
    const reply = redis.command('PING').finally(() => (answered = true));
    await sleep(50);
    expect(answered).toBe(false);
    redis.resume();
    expect(await reply).toBe('PONG');
  });

  it('is gone when it was killed, even paused, and empty when it was started again', async () => {
    await redis.command('SET', 'kept', '1');
    redis.pause();
    await redis.kill();
    await expect(redis.command('PING')).rejects.toThrow('ECONNREFUSED');
    await redis.start();
    expect(await redis.command('GET', 'kept')).toBe('');
  });
});

describeWithRedis('a cluster of the test', () => {
  let cluster: RedisCluster;
  beforeAll(async () => {
    cluster = await startRedisCluster();
  });
  afterAll(() => cluster.stop());

  it('has each key on one of three nodes', async () => {
    const owner = await cluster.nodeOf('some-key');
    expect(await owner.command('SET', 'some-key', '1')).toBe('OK');
    for (const node of cluster.nodes.filter((candidate) => candidate !== owner)) {
      await expect(node.command('GET', 'some-key')).rejects.toThrow(new RegExp(`^MOVED \\d+ 127.0.0.1:${owner.port}$`));
    }
  });
});
