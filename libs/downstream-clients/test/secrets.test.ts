import { inspect } from 'node:util';
import { serializeError } from '@bff/observability';
import { type Reply, reply, startStubService } from '@bff/testing';
import { Axios } from 'axios';
import { createConnectionPool } from '../src/http/connection-pool.ts';
import { undiciAdapter } from '../src/http/undici-adapter.ts';
import { connected } from './connected.ts';
import { userOf } from './fixtures.ts';

const SECRET = 's3cr3t';

/** Everything that a logger, a debugger or a careless `JSON.stringify` would show of an error. */
function everythingOf(error: unknown): string {
  const own = JSON.stringify(error) + inspect(error, { depth: 8 });
  return error instanceof Error ? own + JSON.stringify(serializeError(error)) + error.stack : own;
}

const failing: [string, Reply][] = [
  ['refused as a request', reply.problem(400)],
  ['a 404', reply.problem(404)],
  ['a 500', reply.problem(500)],
  ['a reset', reply.reset()],
  ['a redirect', reply.redirect('/elsewhere')],
  ['not HTTP', reply.notHttp()],
  ['oversized', reply.oversized()],
  ['an echo that is not JSON', reply.text(`${SECRET} {`, 'application/json')],
  ['an echo of another shape', reply.json({ ...userOf('usr_1'), tier: SECRET, [SECRET]: SECRET })],
  ['an echo that is not HTTP', (response) => void response.socket?.end(SECRET)],
  ['silence', reply.hang()],
];

describe('an error', () => {
  it.each(failing)('never shows what was sent, nor what came back (%s)', (_, broken) =>
    connected(
      async ({ stub, services }) => {
        stub.on('GET', '/users/:userId', broken);
        const error: unknown = await services.users.byId(`usr_${SECRET}`).catch((e: unknown) => e);
        expect(stub.requests[0]?.headers['x-request-id']).toBe(SECRET);
        expect(error).toBeInstanceOf(Error);
        expect(everythingOf(error)).not.toContain(SECRET);
      },
      { attemptMs: 150, context: { requestId: SECRET } },
    ),
  );

  it.each<[string, Reply]>([
    ['reset', reply.reset()],
    ['not HTTP', reply.notHttp()],
    ['oversized', reply.oversized()],
  ])('of axios over this adapter does not carry the Authorization header (%s)', async (_, broken) => {
    const stub = await startStubService();
    stub.on('GET', '/users', broken);
    const pool = createConnectionPool(stub.url);
    const axios = new Axios({ adapter: undiciAdapter(pool), headers: { authorization: `Bearer ${SECRET}` } });
    const error: unknown = await axios.get('/users').catch((e: unknown) => e);
    expect(stub.requests[0]?.headers.authorization).toBe(`Bearer ${SECRET}`);
    expect(error).toBeInstanceOf(Error);
    expect(everythingOf(error)).not.toContain(SECRET);
    await pool.destroy();
    await stub.close();
  });

  it('names the operation and neither the id nor the URL', () =>
    connected(async ({ stub, services }) => {
      stub.on('GET', '/orders/:orderId', reply.problem(404));
      const error: unknown = await services.orders.byId('ord_00042').catch((e: unknown) => e);
      expect(error).toMatchObject({ message: 'order.getOrder failed with NOT_FOUND: status 404' });
      expect(everythingOf(error)).not.toContain('ord_00042');
    }));
});
