import { continueTrace } from '@bff/observability';
import { reply, startStubService } from '@bff/testing';
import { connected } from './connected.ts';
import { userOf } from './fixtures.ts';

const anyUser = ['GET', '/users/:userId'] as const;

describe('a request to a service', () => {
  it('carries who asks, for which request, and how long it may take', () =>
    connected(
      async ({ stub, services }) => {
        stub.on(...anyUser, reply.json(userOf('usr_1')));
        await services.users.byId('usr_1');
        const headers = stub.requests[0]?.headers;
        expect(headers).toMatchObject({
          accept: 'application/json',
          'accept-encoding': 'identity',
          'user-agent': 'bff/test-bff',
          'x-request-id': 'req-1',
        });
        expect(headers).not.toHaveProperty('traceparent');
        const givenMs = Number(headers?.['x-request-timeout-ms']);
        expect(Number.isInteger(givenMs) && givenMs > 0 && givenMs <= 300).toBe(true);
      },
      { attemptMs: 300 },
    ));

  it('is a span of its own in the caller’s trace, in each attempt', () => {
    const trace = continueTrace('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', 'vendor=1');
    return connected(
      async ({ stub, services }) => {
        stub.on(...anyUser, reply.problem(500), reply.json(userOf('usr_1')));
        await services.users.byId('usr_1');
        const spans = stub.requests.map(({ headers }) => String(headers.traceparent));
        expect(spans).toHaveLength(2);
        expect(new Set([...spans, trace.spanId]).size).toBe(3);
        for (const span of spans) expect(span).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01$/);
        expect(stub.requests.map(({ headers }) => headers.tracestate)).toEqual(['vendor=1', 'vendor=1']);
      },
      { retries: 1, context: { trace } },
    );
  });

  it('goes below the path of the service’s base URL', () =>
    connected(
      async ({ stub, services }) => {
        stub.on('GET', '/shop/user/users/:userId', reply.json(userOf('usr_1')));
        await expect(services.users.byId('usr_1')).resolves.toEqual(userOf('usr_1'));
      },
      { url: (base) => `${base}/shop/user/` },
    ));

  it.each(['..', '.', ''])('is not sent for the id %j', (id) =>
    connected(async ({ stub, services }) => {
      await expect(services.orders.byId(id)).rejects.toBeInstanceOf(TypeError);
      expect(stub.requests).toHaveLength(0);
    }),
  );

  it('keeps ../admin within its segment', () =>
    connected(async ({ stub, services }) => {
      stub.on('GET', '/orders/:orderId', reply.problem(404));
      await expect(services.orders.byId('../admin')).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(stub.requests[0]?.path).toBe('/orders/..%2Fadmin');
    }));

  it.each(['a\r\nx-admin: 1', 'snow\u2603'])('is not sent with the request id %j', (requestId) =>
    connected(
      async ({ stub, services }) => {
        await expect(services.users.byId('usr_1')).rejects.toBeInstanceOf(TypeError);
        expect(stub.requests).toHaveLength(0);
      },
      { context: { requestId } },
    ),
  );

  it('goes to the service itself, whatever proxy the environment names', async () => {
    const proxy = await startStubService();
    const names = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'];
    const before = names.map((name) => process.env[name]);
    for (const name of names) process.env[name] = proxy.url;
    try {
      await connected(async ({ stub, services }) => {
        stub.on(...anyUser, reply.json(userOf('usr_1')));
        await services.users.byId('usr_1');
        expect(stub.requests).toHaveLength(1);
      });
      expect(proxy.acceptedSockets).toBe(0);
    } finally {
      names.forEach((name, i) => {
        if (before[i] === undefined) delete process.env[name];
        else process.env[name] = before[i];
      });
      await proxy.close();
    }
  });
});
