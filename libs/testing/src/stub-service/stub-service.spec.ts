import { createGate } from './gate.ts';
import type { Reply } from './reply.ts';
import * as reply from './replies.ts';
import { pathMatcher } from './route.ts';
import { type StubService, startStubService } from './stub-service.ts';

describe('pathMatcher', () => {
  it.each([
    ['/orders/:orderId', '/orders/ord_1', true],
    ['/orders/:orderId', '/orders/', false],
    ['/orders/:orderId', '/orders/ord_1/lines', false],
    ['/orders/*', '/orders/ord_1/lines', true],
    ['/orders/*', '/orders', false],
    ['/a.b', '/axb', false],
  ])('%s and %s: %s', (pattern, path, matches) => {
    expect(pathMatcher(pattern)(path)).toBe(matches);
  });
});

describe('startStubService', () => {
  let stub: StubService;
  beforeEach(async () => {
    stub = await startStubService();
  });
  afterEach(() => stub.close());

  const get = (path: string, init?: RequestInit) => fetch(stub.url + path, init);

  it('answers what was programmed, in order, and the last one for ever', async () => {
    stub.on('GET', '/orders/:orderId', reply.problem(503), reply.json({ id: 'ord_1' }));
    expect((await get('/orders/ord_1')).status).toBe(503);
    await expect((await get('/orders/ord_1')).json()).resolves.toEqual({ id: 'ord_1' });
    await expect((await get('/orders/ord_1')).json()).resolves.toEqual({ id: 'ord_1' });
  });

  it('lets the latest match win, and says 501 where nothing was programmed', async () => {
    stub.on('GET', '/orders/*', reply.json('any'));
    stub.on('GET', '/orders/ord_1', reply.json('this one'));
    await expect((await get('/orders/ord_1')).json()).resolves.toBe('this one');
    await expect((await get('/orders/ord_2')).json()).resolves.toBe('any');
    expect((await get('/users')).status).toBe(501);
    expect((await get('/orders/ord_1', { method: 'POST' })).status).toBe(501);
  });

  it.each<[string, Reply, unknown]>([
    ['a 404 in the words of a service', reply.problem(404), 'NOT_FOUND'],
    ['a 403 in the words of a service', reply.problem(403), 'FORBIDDEN'],
    ['a 404 of somebody else', reply.problem(404, {}, 'ROUTE_NOT_FOUND'), 'ROUTE_NOT_FOUND'],
    ['a 404 without a code', reply.problem(404, {}, null), undefined],
    ['a 500', reply.problem(500), undefined],
  ])('says %s', async (_, problem, code) => {
    stub.on('GET', '/a', problem);
    const answer = await get('/a');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(Reflect.get(Object(await answer.json()), 'code')).toBe(code);
  });

  it('tells what arrived, in which order and over which connection', async () => {
    stub.on(
      'GET',
      '/a',
      reply.json((request: { query: URLSearchParams }) => request.query.get('q')),
    );
    const arrived = stub.whenRequested('/a', 2);
    await expect((await get('/a?q=1%2C2', { headers: { 'x-request-id': 'r1' } })).json()).resolves.toBe('1,2');
    await get('/a');
    expect(await arrived).toBe(stub.requests[1]);
    expect(stub.requests).toMatchObject([
      { order: 1, method: 'GET', path: '/a', headers: { 'x-request-id': 'r1' }, connection: 1 },
      { order: 2, path: '/a' },
    ]);
    await expect(stub.whenRequested('/a')).resolves.toBe(stub.requests[0]);
  });

  it('holds an answer back until the gate opens', async () => {
    const gate = createGate();
    stub.on('GET', '/a', reply.after(gate, reply.json('late')));
    let settled = false;
    const answer = get('/a').finally(() => {
      settled = true;
    });
    await stub.whenRequested('/a');
    expect(settled).toBe(false);
    gate.open();
    await expect((await answer).json()).resolves.toBe('late');
  });

  it('notices a client that leaves', async () => {
    stub.on('GET', '/a', reply.hang());
    const abort = new AbortController();
    const answer = get('/a', { signal: abort.signal }).catch(() => 'left');
    const request = await stub.whenRequested('/a');
    expect(stub.openSockets).toBe(1);
    abort.abort();
    await expect(answer).resolves.toBe('left');
    await request.closedByClient;
    await stub.whenOpenSockets(0);
  });

  it('refuses connections and takes them again on the same port', async () => {
    stub.on('GET', '/a', reply.json(1));
    await get('/a');
    await stub.refuse();
    expect(stub.openSockets).toBe(0);
    await expect(get('/a')).rejects.toMatchObject({ message: 'fetch failed' });
    await stub.accept();
    expect((await get('/a')).status).toBe(200);
  });

  it.each<[string, Reply]>([
    ['reset', reply.reset()],
    ['disconnect', reply.disconnect()],
    ['truncated', reply.truncated()],
    ['truncatedChunked', reply.truncatedChunked()],
    ['truncatedGzip', reply.truncatedGzip()],
    ['malformed', reply.malformed()],
    ['html', reply.html()],
    ['hugeHeader', reply.hugeHeader()],
    ['notHttp', reply.notHttp()],
  ])('%s is nothing that a client can read as JSON', async (_, broken) => {
    stub.on('GET', '/a', broken);
    await expect(get('/a').then((answer) => answer.json())).rejects.toHaveProperty('message');
  });

  it.each<[string, Reply, number]>([
    ['hang', reply.hang(), 0],
    ['stall', reply.stall(), 200],
    ['trickle', reply.trickle(), 200],
  ])('%s does not come to an end', async (_, broken, status) => {
    stub.on('GET', '/a', broken);
    let seen = 0;
    const whole = get('/a', { signal: AbortSignal.timeout(100) }).then((answer) => {
      seen = answer.status;
      return answer.text();
    });
    await expect(whole).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(seen).toBe(status);
  });

  it('sends what is large, and redirects', async () => {
    stub.on('GET', '/large', reply.oversized({ bytes: 3_000_000 }));
    stub.on('GET', '/bomb', reply.gzipBomb(1_000_000));
    stub.on('GET', '/moved', reply.redirect('/elsewhere'));
    expect((await (await get('/large')).text()).length).toBeGreaterThan(3_000_000);
    const bomb = await get('/bomb');
    expect(Number(bomb.headers.get('content-length'))).toBeLessThan(10_000);
    expect((await bomb.text()).length).toBeGreaterThan(1_000_000);
    expect((await get('/moved', { redirect: 'manual' })).headers.get('location')).toBe('/elsewhere');
  });
});
