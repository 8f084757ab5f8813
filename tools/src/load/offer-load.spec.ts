import { type StubService, reply, startStubService } from '@bff/testing';
import { LoadCount } from './load-report.ts';
import { offerLoadFromProcess } from './load-process.ts';
import type { LoadAnswer } from './load-request.ts';
import { offerLoad } from './offer-load.ts';

let stub: StubService;
beforeEach(async () => {
  stub = await startStubService();
});
afterEach(() => stub.close());

it('sends at the asked rate whether or not it is answered, and times from when a request was due', async () => {
  stub.on('GET', '/slow', (response) => void setTimeout(() => response.end('{}'), 100));
  const answers: LoadAnswer[] = [];
  const next = () => ({ name: 'slow', url: `${stub.url}/slow` });
  const sent = await offerLoad({ next, ratePerSecond: 100, forMs: 300, onAnswer: (answer) => answers.push(answer) });
  expect(sent).toBe(30);
  expect(answers).toHaveLength(30);
  // 30 in 300 ms with 100 ms each: one after the other would have been three.
  const dueAt = answers.map(({ dueAtMs }) => dueAtMs).toSorted((a, b) => a - b);
  expect((dueAt.at(-1) ?? 0) - (dueAt[0] ?? 0)).toBeCloseTo(290, 5);
  expect(Math.min(...answers.map(({ tookMs }) => tookMs))).toBeGreaterThanOrEqual(98);
});

it('counts by status, by error and by name', async () => {
  stub.on('GET', '/good', reply.json({}));
  stub.on('GET', '/bad', reply.json({}, { status: 503 }));
  stub.on('GET', '/reset', reply.reset());
  stub.on('GET', '/hang', reply.hang());
  const paths = ['good', 'bad', 'reset', 'hang'];
  const count = new LoadCount();
  await offerLoad({
    next: (index) => {
      const name = paths[index % 4] ?? '';
      return { name, url: `${stub.url}/${name}`, ...(name === 'hang' && { abortAfterMs: 20 }) };
    },
    ratePerSecond: 200,
    forMs: 100,
    onAnswer: count.add,
  });
  const { sent, ended, byName } = count.report();
  expect({ sent, ended }).toEqual({ sent: 20, ended: { 200: 5, 503: 5, ECONNRESET: 5, aborted: 5 } });
  expect(byName['bad']?.ended).toEqual({ 503: 5 });
  await stub.whenOpenSockets(0);
});

it('offers load from a process of its own, in a closed loop too', async () => {
  stub.on('GET', '/good', reply.json({ a: 1 }));
  const report = await offerLoadFromProcess({
    requests: [{ name: 'good', url: `${stub.url}/good` }],
    clients: 4,
    forMs: 200,
  });
  expect(report.sent).toBeGreaterThanOrEqual(8);
  expect(report.ended).toEqual({ 200: report.sent });
  expect(stub.requests).toHaveLength(report.sent);
  expect(stub.acceptedSockets).toBeLessThanOrEqual(4);
});
