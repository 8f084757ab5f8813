import { createGate, reply, startStubService } from '@bff/testing';
import { createConnectionPool } from '../src/http/connection-pool.ts';
import { exchange } from '../src/http/exchange.ts';
import { connected } from './connected.ts';
import { userOf } from './fixtures.ts';

const anyUser = ['GET', '/users/:userId'] as const;

describe('connections', () => {
  it('are used again, one request at a time', () =>
    connected(async ({ stub, services }) => {
      const gate = createGate();
      stub.on(...anyUser, reply.after(gate, reply.json(userOf('usr_1'))));
      const calls = Array.from({ length: 10 }, () => services.users.byId('usr_1'));
      await stub.whenRequested('/users/*', 10);
      expect(stub.openSockets).toBe(10);
      gate.open();
      await Promise.all(calls);
      for (let i = 0; i < 10; i += 1) await services.users.byId('usr_1');
      expect(stub.acceptedSockets).toBeLessThanOrEqual(11);
    }));

  it('that are idle are closed by this side, whatever longer time the service offers', async () => {
    const stub = await startStubService();
    stub.on('GET', '/', reply.json({}));
    const pool = createConnectionPool(stub.url, { idleMs: 50 });
    await exchange(pool, { method: 'GET', path: '/' }, new AbortController().signal);
    expect(stub.openSockets).toBe(1);
    await stub.whenOpenSockets(0);
    await pool.destroy();
    await stub.close();
  });

  it('are all gone after close', () =>
    connected(async ({ stub, services, connections }) => {
      stub.on(...anyUser, reply.json(userOf('usr_1')));
      await Promise.all(Array.from({ length: 5 }, () => services.users.byId('usr_1')));
      expect(stub.openSockets).toBeGreaterThan(0);
      await connections.close();
      await stub.whenOpenSockets(0);
    }));
});
