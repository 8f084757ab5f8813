import { reply } from '@bff/testing';
import { connected } from './connected.ts';

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
