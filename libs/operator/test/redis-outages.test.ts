import { setTimeout as sleep } from 'node:timers/promises';
import { parseRedisUrl } from '@bff/redis';
import { type RedisServer, type TokenIssuer, describeWithRedis, startRedis, startTokenIssuer } from '@bff/testing';
import { type OperatorServer, startOperatorServer } from './operator-server.ts';

describeWithRedis('three replicas and a Redis', () => {
  let redis: RedisServer;
  let issuer: TokenIssuer;
  let token: string;
  let replicas: OperatorServer[];
  beforeEach(async () => {
    redis = await startRedis();
    issuer = await startTokenIssuer();
    token = issuer.token({ sub: 'usr_7', roles: ['operator'] });
    replicas = await Promise.all([start(), start(), start()]);
  });
  afterEach(async () => {
    redis.resume();
    await Promise.all(replicas.map((replica) => replica.close()));
    await issuer.close();
    await redis.stop();
  });

  const start = (): Promise<OperatorServer> => startOperatorServer({ issuer, redis: parseRedisUrl(redis.url) });
  const act = async (at: number, name: string): Promise<boolean | undefined> => {
    const response = await replicas[at]?.post(`/circuits/payment/${name}`, { reason: 'for a test', token });
    expect(response?.status).toBe(200);
    return (await replicas[at]?.circuit())?.lastAct?.shared;
  };
  /** A machine that is busy for 200 ms has an act shared by the next look instead: then it is asked again. */
  const actShared = async (at: number, name: string): Promise<boolean | undefined> => {
    for (let tries = 1; tries < 5; tries += 1) if (await act(at, name)) return true;
    return act(at, name);
  };
  const states = () => Promise.all(replicas.map(async (replica) => (await replica.circuit()).state));
  const all = (state: string) => async () => (await states()).every((found) => found === state);
  const inRedis = async () => (await redis.command('HGET', 'bff:test-bff:circuits', 'payment')).includes('"isolate"');
  const replicasAre = (what: string) => async () =>
    (await Promise.all(replicas.map(async (replica) => (await replica.list()).replicas))).every((is) => is === what);

  it('act as one', async () => {
    expect(await actShared(0, 'isolate')).toBe(true);
    await eventually(all('isolated'));
    expect(await replicas[2]?.circuit()).toMatchObject({
      lastAct: { by: 'usr_7', reason: 'for a test', shared: true },
    });
    expect(await actShared(2, 'close')).toBe(true);
    await eventually(all('closed'));
    expect(await replicas[0]?.get('/circuits/acts')).toEqual({
      acts: expect.arrayContaining([
        expect.objectContaining({ act: 'close', by: 'usr_7', from: 'another replica' }),
        expect.objectContaining({ act: 'isolate', from: 'here' }),
      ]),
    });
  });

  it('stay isolated when Redis is killed and comes back empty, and tell it and a replica that starts later', async () => {
    await act(0, 'isolate');
    await eventually(all('isolated'));
    await redis.kill();
    await eventually(replicasAre('cut-off'));
    expect(await states()).toEqual(['isolated', 'isolated', 'isolated']);
    await redis.start();
    await eventually(inRedis);
    await eventually(replicasAre('connected'));
    expect(await states()).toEqual(['isolated', 'isolated', 'isolated']);
    replicas.push(await start());
    await eventually(all('isolated'));
  });

  it('act each for itself while Redis is down, and as one when it is back', async () => {
    await redis.kill();
    await eventually(replicasAre('cut-off'));
    expect(await act(1, 'isolate')).toBe(false);
    expect(await states()).toEqual(['closed', 'isolated', 'closed']);
    await redis.start();
    await eventually(all('isolated'));
  });

  it('act while Redis hangs, are answered, and share it when it goes on', async () => {
    redis.pause();
    expect(await act(1, 'isolate')).toBe(false);
    // Long enough for connections to be given up and made again.
    await eventually(replicasAre('cut-off'));
    expect(await states()).toEqual(['closed', 'isolated', 'closed']);
    redis.resume();
    await eventually(all('isolated'));
    await eventually(replicasAre('connected'));
  });

  it('say once that what stands in Redis is no act, and act all the same', async () => {
    await redis.command('HSET', 'bff:test-bff:circuits', 'order', 'nonsense', 'payment', 'nonsense');
    const complaints = () => replicas[0]?.log.lines().filter(({ msg }) => String(msg).includes('is ignored')) ?? [];
    await eventually(async () => complaints().length >= 2);
    expect(await actShared(0, 'isolate')).toBe(true);
    await eventually(all('isolated'));
    await sleep(700);
    expect(complaints()).toMatchObject([{ level: 'warn', service: 'order' }, { service: 'payment' }]);
  });

  it('start while Redis hangs or is down, and take over what stands there when it is back', async () => {
    await act(0, 'isolate');
    redis.pause();
    replicas.push(await start());
    expect((await replicas[3]?.circuit())?.state).toBe('closed');
    redis.resume();
    await eventually(all('isolated'));
    await redis.kill();
    replicas.push(await start());
    await redis.start();
    await eventually(all('isolated'));
  });
});

/** Gives a condition ten seconds to come true: far more than anything here takes, on a busy machine too. */
async function eventually(condition: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + 10_000;
  while (!(await condition())) {
    if (performance.now() > giveUpAt) throw new Error('it did not come true within 10 s');
    await sleep(20);
  }
}
