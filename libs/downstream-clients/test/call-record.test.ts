import { ClientGone } from '@bff/errors';
import { type EndedAttempt, type SectionCalls, continueTrace, parseTraceparent } from '@bff/observability';
import { reply } from '@bff/testing';
import { connected } from './connected.ts';

const anyUser = ['GET', '/users/:userId'] as const;

function recorder() {
  const ended: EndedAttempt[] = [];
  const calls: SectionCalls = { trace: continueTrace(undefined), attemptEnded: (attempt) => ended.push(attempt) };
  return { ended, context: { calls, trace: calls.trace } };
}

const named = { service: 'user', operation: 'getUser' };

it('tells of each attempt how long it took and what came of it, under the span that the service was sent', async () => {
  const { ended, context } = recorder();
  await connected(
    async ({ stub, services }) => {
      stub.on(...anyUser, reply.problem(500));
      await expect(services.users.byId('usr_1')).rejects.toMatchObject({ code: 'DOWNSTREAM_UNAVAILABLE' });
      expect(ended).toMatchObject([
        { ...named, attempt: 1, outcome: 'DOWNSTREAM_UNAVAILABLE' },
        { ...named, attempt: 2, outcome: 'DOWNSTREAM_UNAVAILABLE' },
      ]);
      const sent = stub.requests.map(({ headers }) => parseTraceparent(headers['traceparent'] as string)?.parentId);
      expect(sent).toEqual(ended.map(({ trace }) => trace.spanId));
      for (const { trace, startedAtMs, endedAtMs } of ended) {
        expect(trace).toMatchObject({ traceId: context.trace.traceId, parentSpanId: context.trace.spanId });
        expect(endedAtMs).toBeGreaterThanOrEqual(startedAtMs);
      }
    },
    { retries: 1, context },
  );
});

it('tells of a call that was not sent, as attempt 0', async () => {
  const { ended, context } = recorder();
  await connected(
    async ({ stub, services }) => {
      stub.on(...anyUser, reply.problem(429, { 'retry-after': '60' }));
      await expect(services.users.byId('usr_1')).rejects.toMatchObject({ code: 'DOWNSTREAM_RATE_LIMITED' });
      await expect(services.users.byId('usr_1')).rejects.toMatchObject({ code: 'DOWNSTREAM_RATE_LIMITED' });
      expect(ended).toMatchObject([
        { ...named, attempt: 1, outcome: 'DOWNSTREAM_RATE_LIMITED' },
        { ...named, attempt: 0, outcome: 'DOWNSTREAM_RATE_LIMITED' },
      ]);
    },
    { context },
  );
});

it('tells what cannot be used, what took too long, and what nobody waited for', async () => {
  const { ended, context } = recorder();
  await connected(
    async ({ stub, services, deadline }) => {
      stub.on(...anyUser, reply.json({ nothing: 'of a user' }));
      await expect(services.users.byId('usr_1')).rejects.toMatchObject({ code: 'DOWNSTREAM_BAD_RESPONSE' });
      stub.on(...anyUser, reply.hang());
      await expect(services.users.byId('usr_1')).rejects.toMatchObject({ code: 'DOWNSTREAM_TIMEOUT' });
      const leaving = services.users.byId('usr_1');
      deadline.abort(new ClientGone());
      await expect(leaving).rejects.toBeInstanceOf(ClientGone);
      await new Promise((resolve) => setImmediate(resolve));
      expect(ended.map(({ outcome }) => outcome)).toEqual(['DOWNSTREAM_BAD_RESPONSE', 'DOWNSTREAM_TIMEOUT', 'aborted']);
    },
    { attemptMs: 100, context },
  );
});
