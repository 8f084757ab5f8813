import { type Server, type Socket, connect, createServer } from 'node:net';
import { parseRedisUrl } from '@bff/redis';
import { type RedisServer, describeWithRedis, startRedis } from '@bff/testing';
import { lateAfterMs, startReplica, usesRedisAgain } from './replica.ts';

/** A path to Redis on which connections can go silent: nothing is closed, and nothing comes through any more. */
async function startPath(redis: RedisServer) {
  const pairs = new Set<readonly [Socket, Socket]>();
  const server: Server = createServer((near) => {
    const far = connect(redis.port, '127.0.0.1');
    const pair = [near, far] as const;
    pairs.add(pair);
    near.pipe(far).pipe(near);
    for (const socket of pair) socket.on('error', () => {}).on('close', () => pairs.delete(pair));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: typeof address === 'object' ? `redis://127.0.0.1:${address?.port}` : '',
    silence: () => pairs.forEach(([near, far]) => near.unpipe(far).resume()),
    close() {
      server.close();
      for (const [near, far] of pairs) [near, far].forEach((socket) => socket.destroy());
    },
  };
}

describeWithRedis('a connection that went silent, to a Redis that is well', () => {
  it('is given up after two seconds and replaced', async () => {
    const redis = await startRedis();
    const path = await startPath(redis);
    const replica = startReplica(parseRedisUrl(path.url));
    await replica.connected();
    path.silence();
    const startedAt = performance.now();
    await replica.ask('silent', 'own');
    expect(performance.now() - startedAt).toBeLessThan(lateAfterMs(0));
    await usesRedisAgain(replica, parseRedisUrl(redis.url));
    await replica.cache.close();
    path.close();
    await redis.stop();
  });
});
