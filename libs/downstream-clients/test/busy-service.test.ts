import { createGate, reply } from '@bff/testing';
import { connected } from './connected.ts';
import { userOf } from './fixtures.ts';

const anyUser = ['GET', '/users/:userId'] as const;

describe('a service that asks for fewer calls', () => {
  it('is believed for as long as it says, within a minute', () =>
    connected(async ({ stub, services }) => {
      stub.on(...anyUser, reply.problem(429, { 'retry-after': '3600' }));
      await expect(services.users.byId('usr_1')).rejects.toMatchObject({
        code: 'DOWNSTREAM_RATE_LIMITED',
        retryAfterMs: 60_000,
      });
      await expect(services.users.byId('usr_1')).rejects.toMatchObject({ code: 'DOWNSTREAM_RATE_LIMITED' });
      expect(stub.requests).toHaveLength(1);
    }));

  it('tells with a 503 when to come back', () =>
    connected(async ({ stub, services }) => {
      stub.on(...anyUser, reply.problem(503, { 'retry-after': '2' }));
      await expect(services.users.byId('usr_1')).rejects.toMatchObject({
        code: 'DOWNSTREAM_UNAVAILABLE',
        retryAfterMs: 2_000,
      });
    }));
});

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

  it('are all gone after close', () =>
    connected(async ({ stub, services, connections }) => {
      stub.on(...anyUser, reply.json(userOf('usr_1')));
      await Promise.all(Array.from({ length: 5 }, () => services.users.byId('usr_1')));
      expect(stub.openSockets).toBeGreaterThan(0);
      await connections.close();
      await stub.whenOpenSockets(0);
    }));
});
