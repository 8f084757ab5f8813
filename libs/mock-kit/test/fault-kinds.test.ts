import { Agent, get } from 'node:http';
import { VirtualClock } from '@bff/testing';
import { type MockServer, order, startMockServer } from './mock-server.ts';
import { rawGet } from './raw-client.ts';

const contentLength = (head: string) => Number(/content-length: (\d+)/i.exec(head)?.[1]);

describe('what a client meets when a fault is on', () => {
  let mock: MockServer;
  beforeEach(async () => {
    mock = await startMockServer();
  });
  afterEach(() => mock.close());

  const heldReplies = () =>
    new Promise<number>((resolve, reject) =>
      mock.running.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
    );

  it('no fault: the real reply', async () => {
    const reply = await rawGet(mock.port, '/orders/ord_1');
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.body)).toEqual(order);
  });

  it('latency: the real reply, later', async () => {
    await mock.faults.set({ kind: 'latency', ms: 120 });
    const startedAt = performance.now();
    const reply = await rawGet(mock.port, '/orders/ord_1');
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(119);
    expect(JSON.parse(reply.body)).toEqual(order);
  });

  it('error: a problem with the status asked for', async () => {
    await mock.faults.set({ kind: 'error', status: 507 });
    const reply = await rawGet(mock.port, '/orders/ord_1');
    expect(reply.status).toBe(507);
    expect(reply.head).toMatch(/content-type: application\/problem\+json/i);
    expect(JSON.parse(reply.body)).toMatchObject({ status: 507, code: 'FAULT_INJECTED' });
  });

  it('hang: not one byte, and the connection stays open', async () => {
    await mock.faults.set({ kind: 'hang' });
    const reply = await rawGet(mock.port, '/orders/ord_1', 150);
    expect(reply).toMatchObject({ text: '', end: 'open' });
  });

  it('hang: nothing is kept of a client that left', async () => {
    await mock.faults.set({ kind: 'hang' });
    await Promise.all([rawGet(mock.port, '/orders/ord_1', 50), rawGet(mock.port, '/orders/ord_1', 50)]);
    for (let i = 0; i < 50 && (await heldReplies()) > 0; i++) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await heldReplies()).toBe(0);
  });

  it('hang: the held reply goes out when the fault is cleared', async () => {
    await mock.faults.set({ kind: 'hang' });
    const pending = rawGet(mock.port, '/orders/ord_1');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await mock.faults.clearAll();
    expect(JSON.parse((await pending).body)).toEqual(order);
  });

  it('stall: the headers of the real reply, and no body', async () => {
    await mock.faults.set({ kind: 'stall' });
    const reply = await rawGet(mock.port, '/orders/ord_1', 150);
    expect(reply).toMatchObject({ status: 200, body: '', end: 'open' });
    expect(contentLength(reply.head)).toBe(JSON.stringify(order).length);
  });

  it('trickle: one byte at a time', async () => {
    await mock.faults.set({ kind: 'trickle', ms: 40 });
    const reply = await rawGet(mock.port, '/orders/ord_1', 300);
    expect(reply.end).toBe('open');
    expect(reply.body.length).toBeGreaterThanOrEqual(2);
    expect(reply.body.length).toBeLessThanOrEqual(8);
    expect(JSON.stringify(order).startsWith(reply.body)).toBe(true);
  });

  it('trickle: the whole body, if the client is patient', async () => {
    await mock.faults.set({ kind: 'trickle', ms: 1 });
    const reply = await rawGet(mock.port, '/orders/ord_1');
    expect(reply.end).toBe('closed');
    expect(JSON.parse(reply.body)).toEqual(order);
  });

  it('truncated: half a body, then the connection closes', async () => {
    await mock.faults.set({ kind: 'truncated' });
    const reply = await rawGet(mock.port, '/orders/ord_1');
    expect(reply.end).not.toBe('open');
    expect(reply.body.length).toBeGreaterThan(0);
    expect(reply.body.length).toBeLessThan(contentLength(reply.head));
  });

  it('malformed: a complete body that is not JSON', async () => {
    await mock.faults.set({ kind: 'malformed' });
    const reply = await rawGet(mock.port, '/orders/ord_1');
    expect(reply.status).toBe(200);
    expect(reply.head).toMatch(/content-type: application\/json/i);
    expect(reply.body).toHaveLength(contentLength(reply.head));
    expect(() => JSON.parse(reply.body)).toThrow(SyntaxError);
  });

  it('html: a page with status 200', async () => {
    await mock.faults.set({ kind: 'html' });
    const reply = await rawGet(mock.port, '/orders/ord_1');
    expect(reply.status).toBe(200);
    expect(reply.head).toMatch(/content-type: text\/html/i);
    expect(reply.body).toMatch(/^<!doctype html>/);
  });

  it('contract: JSON whose fields are gone, renamed or of another type', async () => {
    await mock.faults.set({ kind: 'contract' });
    const reply = await rawGet(mock.port, '/orders/ord_1');
    expect(reply.status).toBe(200);
    expect(reply.body).toHaveLength(contentLength(reply.head));
    expect(JSON.parse(reply.body)).toEqual({
      new_status: 'paid',
      total: { new_currency: 'EUR' },
      lines: [{ new_quantity: '2' }],
    });
  });

  it('oversized: more than 1 MiB of valid JSON, with no length told', async () => {
    await mock.faults.set({ kind: 'oversized' });
    const reply = await fetch(`http://127.0.0.1:${mock.port}/orders/ord_1`);
    const body = await reply.text();
    expect(reply.headers.has('content-length')).toBe(false);
    expect(body.length).toBeGreaterThan(1024 * 1024);
    expect(JSON.parse(body)).toEqual(order);
  });

  it('truncated-chunked: half a chunked body, then the connection closes before the last chunk', async () => {
    await mock.faults.set({ kind: 'truncated-chunked' });
    const reply = await rawGet(mock.port, '/orders/ord_1');
    expect(reply.head).toMatch(/transfer-encoding: chunked/i);
    expect(reply.head).not.toMatch(/content-length/i);
    expect(reply.body).toContain(JSON.stringify(order).slice(0, 10));
    expect(reply.body).not.toMatch(/\r\n0\r\n/);
    expect(reply.end).not.toBe('open');
  });

  it.each([
    ['empty', ''],
    ['null', 'null'],
    ['error-in-200', '{"error":{"code":"E-1042","message":"The service failed"}}'],
  ] as const)('%s: JSON by its type, with status 200', async (kind, body) => {
    await mock.faults.set({ kind });
    const reply = await rawGet(mock.port, '/orders/ord_1');
    expect(reply).toMatchObject({ status: 200, body });
    expect(reply.head).toMatch(/content-type: application\/json/i);
    expect(contentLength(reply.head)).toBe(body.length);
  });

  it('content-type: the real body under another name', async () => {
    await mock.faults.set({ kind: 'content-type' });
    const reply = await rawGet(mock.port, '/orders/ord_1');
    expect(reply.head).toMatch(/content-type: text\/plain/i);
    expect(JSON.parse(reply.body)).toEqual(order);
  });

  it('gzip-bomb: kilobytes that become 100 MiB', async () => {
    await mock.faults.set({ kind: 'gzip-bomb' });
    const reply = await fetch(`http://127.0.0.1:${mock.port}/orders/ord_1`);
    expect(reply.headers.get('content-encoding')).toBe('gzip');
    expect(Number(reply.headers.get('content-length'))).toBeLessThan(256 * 1024);
    let inflated = 0;
    for await (const chunk of reply.body ?? []) inflated += chunk.byteLength;
    expect(inflated).toBe(100 * 1024 * 1024 + JSON.stringify(order).length);
  });

  it('big-header: the real reply with 40 KiB in one header', async () => {
    await mock.faults.set({ kind: 'big-header' });
    const reply = await rawGet(mock.port, '/orders/ord_1');
    expect(reply.head.length).toBeGreaterThan(40 * 1024);
    expect(JSON.parse(reply.body)).toEqual(order);
  });

  it('redirect: to where the real reply is', async () => {
    await mock.faults.set({ kind: 'redirect' });
    const reply = await rawGet(mock.port, '/orders/ord_1?expand=lines');
    expect(reply.status).toBe(302);
    const [, location = ''] = /location: (\S+)/i.exec(reply.head) ?? [];
    expect(location).toContain('/orders/ord_1?expand=lines&');
    expect(JSON.parse((await rawGet(mock.port, location)).body)).toEqual(order);
  });

  it('reset: the connection is reset', async () => {
    await mock.faults.set({ kind: 'reset' });
    expect(await rawGet(mock.port, '/orders/ord_1')).toMatchObject({ text: '', end: 'reset' });
  });

  it('rate-limit: 429 with whole seconds in Retry-After', async () => {
    await mock.faults.set({ kind: 'rate-limit', ms: 2500 });
    const reply = await rawGet(mock.port, '/orders/ord_1');
    expect(reply.status).toBe(429);
    expect(reply.head).toMatch(/retry-after: 3\r\n/i);
  });

  it('flap: down and up by turns', async () => {
    const clock = new VirtualClock();
    await mock.close();
    mock = await startMockServer({ clock });
    await mock.faults.set({ kind: 'flap', ms: 300 });
    const statuses: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      statuses.push((await rawGet(mock.port, '/orders/ord_1')).status);
      await clock.advanceBy(300);
    }
    expect(statuses).toEqual([503, 200, 503, 200]);
  });

  it('keep-alive-race: answers the first request of a connection, and closes it at the second', async () => {
    await mock.faults.set({ kind: 'keep-alive-race' });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = () =>
      new Promise<number | string>((resolve) => {
        get({ port: mock.port, host: '127.0.0.1', path: '/orders/ord_1', agent }, (res) => {
          res.resume().on('end', () => resolve(res.statusCode ?? 0));
        }).on('error', (error) => resolve('code' in error ? String(error.code) : error.message));
      });
    expect([await ask(), await ask(), await ask()]).toEqual([200, 'ECONNRESET', 200]);
    agent.destroy();
  });

  describe('refuse', () => {
    it('refuses connections, and takes them again on the same port when cleared', async () => {
      await mock.faults.set({ kind: 'refuse' });
      expect((await rawGet(mock.port, '/orders/ord_1')).end).toBe('refused');
      expect((await fetch(`${mock.running.adminUrl}/faults`)).status).toBe(200);

      await mock.faults.clearAll();
      expect((await rawGet(mock.port, '/orders/ord_1')).status).toBe(200);
    });

    it('takes connections again when it expires', async () => {
      const clock = new VirtualClock();
      await mock.close();
      mock = await startMockServer({ clock });
      await mock.faults.set({ kind: 'refuse', forMs: 80 });
      await clock.advanceBy(79);
      expect((await rawGet(mock.port, '/orders/ord_1')).end).toBe('refused');
      await clock.advanceBy(1);
      const ask = async (triesLeft: number): Promise<number> => {
        const { end, status } = await rawGet(mock.port, '/orders/ord_1');
        if (end !== 'refused' || triesLeft === 0) return status;
        // The port is opened by the system, in its own time.
        await new Promise((resolve) => setTimeout(resolve, 10));
        return ask(triesLeft - 1);
      };
      expect(await ask(200)).toBe(200);
      expect(mock.faults.list()).toEqual([]);
    });

    it('drops a connection on which a reply is still owed', async () => {
      await mock.faults.set({ kind: 'hang' });
      const owed = rawGet(mock.port, '/orders/ord_1', 5000);
      await new Promise((resolve) => setTimeout(resolve, 50));
      await mock.faults.set({ kind: 'refuse' });
      expect((await owed).end).toMatch(/^(closed|reset)$/);
    });

    it('drops a kept-alive connection, through which a client would go on as if nothing had happened', async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const ask = () =>
        new Promise<number | string>((resolve) => {
          get({ port: mock.port, host: '127.0.0.1', path: '/orders/ord_1', agent }, (res) => {
            res.resume().on('end', () => resolve(res.statusCode ?? 0));
          }).on('error', (error) => resolve('code' in error ? String(error.code) : error.message));
        });
      expect(await ask()).toBe(200);
      await mock.faults.set({ kind: 'refuse' });
      expect(await ask()).toMatch(/^ECONN(REFUSED|RESET)$/);
      agent.destroy();
    });
  });
});
