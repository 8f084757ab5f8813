import { setImmediate } from 'node:timers/promises';
import { ClientGone, type ShuttingDown } from '@bff/errors';
import { type Reply, reply, startStubService } from '@bff/testing';
import { connected } from './connected.ts';
import { userOf } from './fixtures.ts';

const anyUser = ['GET', '/users/:userId'] as const;
const good = reply.json(userOf('usr_1'));

describe('an answer that cannot be used', () => {
  it.each<[string, Reply, string]>([
    ['malformed JSON', reply.malformed(), 'the body is not JSON'],
    ['a web page with status 200', reply.html(), 'the content type is not JSON'],
    ['a web page with status 404', reply.html({ status: 404 }), 'the content type is not application/problem+json'],
    ['a 404 of a service that was not meant', reply.problem(404, {}, 'ROUTE_NOT_FOUND'), 'status 404, the body breaks'],
    ['a 403 of a gateway', reply.json({ message: 'Missing Authentication Token' }, { status: 403 }), 'status 403, the'],
    ['a web page that claims to be JSON', reply.text('<html>', 'application/json'), 'the body is not JSON'],
    ['valid JSON of another shape', reply.json({ ...userOf('usr_1'), tier: 'lead' }), 'at tier (invalid_value)'],
    ['another user than asked for', reply.json(userOf('usr_2')), 'something that was not asked for'],
    ['no content', reply.text('', 'application/json', { status: 204 }), 'the body is not JSON'],
    ['a truncated gzip body', reply.truncatedGzip(), 'the body is encoded'],
    ['a gzip bomb', reply.gzipBomb(), 'the body is encoded'],
    ['a body over 1 MiB', reply.oversized(), 'the body is larger than 1 MiB'],
    ['a body over 1 MiB that does not say so', reply.oversized({ chunked: true }), 'the body is larger than 1 MiB'],
    ['a header of 40 KB', reply.hugeHeader(), 'the headers are larger than 16 KiB'],
    ['something that is not HTTP', reply.notHttp(), 'the answer is not HTTP'],
  ])('is %s', (_, broken, detail) =>
    connected(async ({ stub, services }) => {
      stub.on(...anyUser, broken, good);
      await expect(services.users.byId('usr_1')).rejects.toMatchObject({
        code: 'DOWNSTREAM_BAD_RESPONSE',
        blame: 'service',
        detail: expect.stringContaining(detail),
      });
      await expect(services.users.byId('usr_1')).resolves.toEqual(userOf('usr_1'));
    }),
  );

  it('is a redirect, which is not followed', async () => {
    const elsewhere = await startStubService();
    await connected(async ({ stub, services }) => {
      stub.on(...anyUser, reply.redirect(`${elsewhere.url}/users/usr_1`), reply.redirect('/users/usr_2', 307));
      await expect(services.users.byId('usr_1')).rejects.toMatchObject({ code: 'DOWNSTREAM_BAD_RESPONSE' });
      await expect(services.users.byId('usr_1')).rejects.toMatchObject({ code: 'DOWNSTREAM_BAD_RESPONSE' });
      expect(stub.requests).toHaveLength(2);
      expect(elsewhere.acceptedSockets).toBe(0);
    });
    await elsewhere.close();
  });
});

describe('a service that cannot be reached', () => {
  it.each<[string, Reply]>([
    ['resets the connection', reply.reset()],
    ['closes the connection without an answer', reply.disconnect()],
    ['sends less than it promised', reply.truncated()],
    ['ends in the middle of a chunked body', reply.truncatedChunked()],
    ['ends in the middle of a body after Connection: close', reply.truncatedChunked({ connection: 'close' })],
    ['says so', reply.problem(503)],
    ['is a gateway that says so', reply.html({ status: 502 })],
  ])('%s, and is asked again', (_, broken) =>
    connected(
      async ({ stub, services }) => {
        stub.on(...anyUser, broken, good);
        await expect(services.users.byId('usr_1')).resolves.toEqual(userOf('usr_1'));
        expect(stub.requests).toHaveLength(2);
        stub.on(...anyUser, broken);
        await expect(services.users.byId('usr_1')).rejects.toMatchObject({ code: 'DOWNSTREAM_UNAVAILABLE' });
      },
      { retries: 1 },
    ),
  );

  it('refuses connections, until it is back', () =>
    connected(async ({ stub, services }) => {
      stub.on(...anyUser, good);
      await services.users.byId('usr_1');
      await stub.refuse();
      await expect(services.users.byId('usr_1')).rejects.toMatchObject({
        code: 'DOWNSTREAM_UNAVAILABLE',
        cause: { code: 'ECONNREFUSED' },
      });
      await stub.accept();
      await expect(services.users.byId('usr_1')).resolves.toEqual(userOf('usr_1'));
    }));

  it('does not speak TLS', () =>
    connected(
      async ({ services }) => {
        await expect(services.users.byId('usr_1')).rejects.toMatchObject({ code: 'DOWNSTREAM_UNAVAILABLE' });
      },
      { url: (base) => base.replace('http:', 'https:') },
    ));

  it('closed the idle connection that the request went out on', () =>
    connected(
      async ({ stub, services }) => {
        stub.on(...anyUser, good, reply.disconnect(), good);
        await services.users.byId('usr_1');
        await setImmediate();
        await expect(services.users.byId('usr_1')).resolves.toEqual(userOf('usr_1'));
        expect(stub.requests.map(({ connection }) => connection)).toEqual([1, 1, 2]);
      },
      { retries: 1 },
    ));
});

describe('a service that takes too long', () => {
  it.each<[string, Reply]>([
    ['never answers', reply.hang()],
    ['stops after the headers', reply.stall()],
    ['sends a byte now and then', reply.trickle(100)],
  ])('%s: the attempt ends on time and with it the connection', (_, broken) =>
    connected(
      async ({ stub, services }) => {
        stub.on(...anyUser, broken);
        const startedAt = performance.now();
        await expect(services.users.byId('usr_1')).rejects.toMatchObject({ code: 'DOWNSTREAM_TIMEOUT' });
        expect(performance.now() - startedAt).toBeLessThan(1_500);
        await stub.requests[0]?.closedByClient;
        await stub.whenOpenSockets(0);
      },
      { attemptMs: 100 },
    ),
  );
});

describe('a call that nobody waits for any more', () => {
  it.each<[string, Reply]>([
    ['has not answered', reply.hang()],
    ['has sent the headers', reply.stall()],
  ])('is taken back from a service that %s', (_, held) =>
    connected(async ({ stub, services, deadline }) => {
      stub.on(...anyUser, held);
      const call = services.users.byId('usr_1');
      const outcome = call.catch((error: unknown) => error);
      const request = await stub.whenRequested('/users/*');
      const gone = new ClientGone();
      deadline.abort(gone);
      await expect(outcome).resolves.toBe(gone);
      await request.closedByClient;
      await stub.whenOpenSockets(0);
    }),
  );

  it('ends with the connections when the process stops', () =>
    connected(async ({ stub, services, connections }) => {
      stub.on(...anyUser, good, reply.hang());
      await services.users.byId('usr_1');
      const outcome = services.users.byId('usr_1').catch((error: unknown) => error);
      await stub.whenRequested('/users/*', 2);
      await connections.close();
      const stopped: Partial<ShuttingDown> = { name: 'ShuttingDown' };
      await expect(outcome).resolves.toMatchObject(stopped);
      await expect(services.users.byId('usr_1')).rejects.toMatchObject(stopped);
      await stub.whenOpenSockets(0);
    }));
});
