import { text } from 'node:stream/consumers';
import { type Reply, type StubService, VirtualClock, listen, reply, startStubService } from '@bff/testing';
import { developmentToken } from './development-token.ts';

let issuer: StubService;
beforeEach(async () => {
  issuer = await startStubService();
});
afterEach(() => issuer.close());

const never = new AbortController().signal;
const ask = (clock = new VirtualClock(), signal = never, userServiceUrl = issuer.url) =>
  developmentToken({ userServiceUrl, fetch, clock })(signal);
const token = { access_token: 'a.b.c', token_type: 'Bearer', expires_in: 28_800 };

it('asks for a working day of the demo user', async () => {
  const asked: unknown[] = [];
  const server = await listen(async (req, res) => {
    asked.push({
      method: req.method,
      url: req.url,
      type: req.headers['content-type'],
      body: JSON.parse(await text(req)),
    });
    res.setHeader('content-type', 'application/json').end(JSON.stringify(token));
  });
  const clock = new VirtualClock();
  const given = await ask(clock, never, server.url).finally(() => server.close());
  expect(given).toBe('a.b.c');
  const body = { userId: 'usr_0001', expiresInSeconds: 28_800 };
  expect(asked).toEqual([{ method: 'POST', url: '/token', type: 'application/json', body }]);
  expect(clock.pendingTimers).toBe(0);
});

it.each<[string, Reply, RegExp]>([
  ['refuses', reply.problem(500), /status 500/],
  ['sends elsewhere', reply.redirect('/token'), /status 30\d/],
  ['says something else', reply.json({ token: 'a.b.c' }), /access_token/],
  ['says no JSON', reply.text('<p>', 'text/html'), /JSON/],
  ['sends too much', reply.oversized({ bytes: 70_000 }), /more than 65536 bytes/],
])('has no token of an issuer that %s', async (_, answer, reason) => {
  issuer.on('POST', '/token', answer);
  await expect(ask()).rejects.toThrow(reason);
  expect(issuer.requests).toHaveLength(1);
});

it.each<[string, Reply]>([
  ['says nothing', reply.hang()],
  ['stops in the middle', reply.stall()],
])('waits 2 s for an issuer that %s', async (_, answer) => {
  issuer.on('POST', '/token', answer);
  const clock = new VirtualClock();
  const asked = ask(clock).catch((error: unknown) => error);
  const { closedByClient } = await issuer.whenRequested('/token');
  await clock.advanceBy(1999);
  expect(clock.pendingTimers).toBe(1);
  await clock.advanceBy(1);
  await expect(asked).resolves.toMatchObject({ message: 'no answer within 2000 ms' });
  await closedByClient;
});

it('stops when nobody waits for it any more', async () => {
  issuer.on('POST', '/token', reply.hang());
  const leaving = new AbortController();
  const clock = new VirtualClock();
  const asked = ask(clock, leaving.signal).catch((error: unknown) => error);
  const { closedByClient } = await issuer.whenRequested('/token');
  leaving.abort(new Error('gone'));
  await expect(asked).resolves.toMatchObject({ message: 'gone' });
  await closedByClient;
  expect(clock.pendingTimers).toBe(0);
});
