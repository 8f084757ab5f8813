import { hang, problem } from './fake-target.ts';
import { type WatchedReplicas, watchReplicas } from './watched-replicas.ts';

let system: WatchedReplicas;
let watched: WatchedReplicas['watched'];
let replicas: WatchedReplicas['replicas'];
beforeEach(async () => {
  system = await watchReplicas();
  ({ watched, replicas } = system);
});
afterEach(() => system.close());

const isolate = (headers = {}) =>
  watched.send(
    'POST',
    '/api/circuits/web-bff/payment/isolate',
    { reason: 'ledger repair' },
    { authorization: 'Bearer a.b.c', ...headers },
  );

const askedOf = () => replicas.map(({ asked }) => asked.length);

describe('an act', () => {
  it('is asked of every replica where they have no Redis, with the token as it came', async () => {
    const { status, body } = await isolate();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      done: true,
      replicas: [{ replica: 0, status: 200, problem: null }, { replica: 1 }, { replica: 2 }],
    });
    for (const { asked } of replicas) {
      expect(asked).toEqual([
        {
          method: 'POST',
          path: '/circuits/payment/isolate',
          body: '{"reason":"ledger repair"}',
          authorization: 'Bearer a.b.c',
        },
      ]);
    }
    expect(watched.logText()).not.toContain('a.b.c');
  });

  it('is asked of one where Redis tells the others', async () => {
    await system.joined('connected', 'connected', 'connected');
    expect((await isolate()).body).toMatchObject({ done: true, replicas: [{ replica: 0 }] });
    expect(askedOf()).toEqual([1, 0, 0]);
  });

  it('is asked of one of those, and of each that is cut off', async () => {
    await system.joined('connected', 'cut-off', 'connected');
    await isolate();
    expect(askedOf()).toEqual([1, 1, 0]);
  });

  it('is asked of the next one when one does not answer', async () => {
    await system.joined('connected', 'connected', 'connected');
    replicas[0].answers.set('POST /circuits/payment/isolate', (req) => req.socket.destroy());
    expect((await isolate()).body).toMatchObject({ done: true, replicas: [{ replica: 1 }] });
    expect(askedOf()).toEqual([1, 1, 0]);
  });

  it('passes over those that are dead', async () => {
    await replicas[1].die();
    await watched.until(({ apps }) => apps[1]?.status === 'dead');
    expect((await isolate()).body).toMatchObject({ done: true, replicas: [{ replica: 0 }, { replica: 2 }] });
  });

  it('says which replica did not do it', async () => {
    replicas[1].answers.set(
      'POST /circuits/payment/isolate',
      problem(503, { title: 'No keys', code: 'ISSUER_DOWN', detail: 'Try again' }),
    );
    const { status, body } = await isolate();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      done: false,
      replicas: [
        { problem: null },
        { status: 503, problem: { title: 'No keys', code: 'ISSUER_DOWN', detail: 'Try again' }, answer: null },
        { problem: null },
      ],
    });
  });

  it.each([
    [401, { 'www-authenticate': 'Bearer error="invalid_token"' }],
    [403, {}],
    [400, {}],
  ])('is the problem of the BFF where no replica does it: %d', async (refused, headers) => {
    const errors = [{ in: 'body', field: 'reason', reason: 'is too short' }];
    const said = { title: 'It is not to be', code: 'NO', detail: 'Because', errors };
    for (const { answers } of replicas) answers.set('POST /circuits/payment/isolate', problem(refused, said, headers));
    const { status, body, headers: given } = await isolate();
    expect(status).toBe(refused);
    expect(body).toMatchObject({ ...said, status: refused });
    expect(given.get('www-authenticate')).toBe(refused === 401 ? 'Bearer error="invalid_token"' : null);
  });

  it('waits three seconds for a replica that hangs, and no longer', async () => {
    replicas[2].answers.set('POST /circuits/payment/isolate', hang);
    const { body } = await isolate();
    expect(body).toMatchObject({
      done: false,
      replicas: [
        { problem: null },
        { problem: null },
        { status: null, problem: { title: 'It did not answer', detail: 'no answer within 3000 ms' } },
      ],
    });
  });

  it('is a problem where nobody is left, or there never was', async () => {
    await Promise.all(replicas.map((replica) => replica.die()));
    await watched.until(({ apps }) => apps.slice(0, 3).every(({ status }) => status === 'dead'));
    expect(await isolate()).toMatchObject({ status: 503, body: { code: 'NO_LIVE_REPLICA', retryable: true } });
    for (const app of ['other-bff', 'payment-service']) {
      const { status, body } = await watched.send('POST', `/api/circuits/${app}/payment/close`, {});
      expect([status, body['code']]).toEqual([404, 'APP_NOT_FOUND']);
    }
  });

  it('names a field that is none, and takes no path for a service', async () => {
    const { status, body } = await watched.send('POST', '/api/circuits/web-bff/payment/close', { why: 'x' });
    expect([status, JSON.stringify(body['errors'])]).toEqual([400, expect.stringContaining('why')]);
    expect((await watched.send('POST', '/api/circuits/web-bff/..%2Fsettings%3F/close', {})).status).toBe(404);
    expect(replicas[0].asked.map(({ path }) => path)).toEqual(['/circuits/..%2Fsettings%3F/close']);
  });
});
