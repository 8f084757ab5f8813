import type { ActResult, Acts } from '../src/wire/index.ts';
import { problem } from './fake-target.ts';
import { type WatchedReplicas, watchReplicas } from './watched-replicas.ts';

let system: WatchedReplicas;
let watched: WatchedReplicas['watched'];
let replicas: WatchedReplicas['replicas'];
beforeEach(async () => {
  system = await watchReplicas();
  ({ watched, replicas } = system);
});
afterEach(() => system.close());

it('patches the settings of one replica after the other, and stops at the first that refuses', async () => {
  const patch = { services: { payment: { breaker: { failureRatio: null } } } };
  const done = await watched.send('PATCH', '/api/settings/web-bff', patch, { authorization: 'Bearer x' });
  expect(done.body).toMatchObject({ done: true, replicas: [{}, {}, {}] });
  expect(replicas.map(({ asked }) => asked[0])).toEqual(
    Array.from({ length: 3 }, () => ({
      method: 'PATCH',
      path: '/settings',
      body: JSON.stringify(patch),
      authorization: 'Bearer x',
    })),
  );
  replicas[1].answers.set('PATCH /settings', problem(409, { title: 'Held by the environment', code: 'KNOB_HELD' }));
  const stopped: Partial<ActResult> = (await watched.send('PATCH', '/api/settings/web-bff', patch)).body;
  expect(stopped).toMatchObject({
    done: false,
    replicas: [{ status: 200 }, { status: 409, problem: { code: 'KNOB_HELD' } }],
  });
});

it('asks every replica what would have been', async () => {
  const outcome = { openings: [], refusedCalls: 0, degradedPages: 0, degradedShare: 0 };
  const at = '2026-01-01T00:00:00.000Z';
  const whatIf = {
    service: 'payment',
    from: at,
    to: at,
    calls: 9,
    pages: 9,
    current: outcome,
    proposed: outcome,
    unknownCalls: 0,
  };
  replicas[0].answers.set('POST /circuits/payment/what-if', whatIf);
  replicas[1].answers.set('POST /circuits/payment/what-if', { calls: 'none' });
  const { status, body } = await watched.send('POST', '/api/circuits/web-bff/payment/what-if', {
    breaker: { openMs: 1 },
  });
  expect(status).toBe(200);
  expect(body).toEqual({
    replicas: [{ replica: 0, adminUrl: replicas[0].url, whatIf }],
    problems: [`${replicas[1].url}: not the expected answer`, `${replicas[2].url}: There is nothing at this path`],
  });
  expect(replicas[0].asked[0]).toMatchObject({ body: '{"breaker":{"openMs":1}}' });
});

it('has one trail of all acts, and remembers it when those who acted are dead', async () => {
  const logged = (id: string, at: string, from: string) => ({
    id,
    service: 'payment',
    act: 'isolate',
    by: 'usr_7',
    reason: 'why',
    at,
    from,
  });
  const [early, late] = ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:09.000Z'];
  replicas[0].answers.set('/circuits/acts', {
    acts: [logged('b', late, 'another replica'), logged('a', early, 'here')],
  });
  replicas[1].answers.set('/circuits/acts', { acts: [logged('b', late, 'here')] });
  const changes = [{ path: 'services.payment.attemptMs', from: 500, to: 450 }];
  replicas[1].answers.set('/settings/acts', {
    acts: [{ id: 'c', act: 'tune', by: 'usr_8', at: '2026-01-01T00:00:05.000Z', changes, from: 'here' }],
  });
  const { acts, problems } = await watched.get<Acts>('/api/acts');
  expect(problems).toEqual([]);
  expect(acts).toEqual([
    {
      app: 'web-bff',
      service: 'payment',
      act: 'isolate',
      by: 'usr_7',
      reason: 'why',
      changes: [],
      at: late,
      replicas: [replicas[1].url, replicas[0].url],
    },
    expect.objectContaining({ act: 'tune', service: null, by: 'usr_8', changes, replicas: [replicas[1].url] }),
    expect.objectContaining({ at: early, replicas: [replicas[0].url] }),
  ]);
  await replicas[0].die();
  const later = await watched.get<Acts>('/api/acts');
  expect(later.acts).toHaveLength(3);
  expect(later.problems).toEqual([`web-bff at ${replicas[0].url}: nobody listens`]);
});

it('switches faults on and off, by the short name of a service too', async () => {
  for (const name of ['payment', 'payment-service']) {
    const { status, body } = await watched.send('POST', `/api/faults/${name}`, { kind: 'hang' });
    expect([status, body['done']]).toEqual([200, true]);
  }
  expect((await watched.send('DELETE', '/api/faults/payment')).body).toMatchObject({
    replicas: [{ answer: { cleared: 1 } }],
  });
  system.payment.answers.set('DELETE /faults/f1', (_req, res) => void res.writeHead(204).end());
  expect((await watched.send('DELETE', '/api/faults/payment/f1')).body).toMatchObject({
    done: true,
    replicas: [{ status: 204, answer: null }],
  });
  expect(system.payment.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /faults',
    'POST /faults',
    'DELETE /faults',
    'DELETE /faults/f1',
  ]);
  const view = await watched.get<{ services: { service: string; routes: string[] }[]; kinds: unknown[] }>(
    '/api/faults',
  );
  expect(view.services).toMatchObject([
    { service: 'payment', app: 'payment-service', routes: ['getPayments', 'getPaymentsByOrders'], problem: null },
  ]);
  expect(view.kinds.length).toBeGreaterThan(20);
});
