import { viewOf } from './circuit-view.ts';

const counts = { calls: 3, failures: 2, slow: 1, consecutiveFailures: 2 };
const busy = { inFlight: 4, retriesLeft: 5, rateLimitedForMs: 6, hedging: { left: 7, delayMs: { getPayments: 40 } } };

it('shows an open circuit with what opened it and when the next probe is due, in dates for people', () => {
  const breaker = {
    state: 'open',
    since: 0,
    counts,
    openUntil: 5000,
    lastFailure: { code: 'DOWNSTREAM_TIMEOUT', at: 1000 },
  } as const;
  expect(viewOf({ snapshot: () => ({ service: 'payment', breaker, ...busy }) }, undefined)).toEqual({
    service: 'payment',
    state: 'open',
    since: '1970-01-01T00:00:00.000Z',
    counts,
    openUntil: '1970-01-01T00:00:05.000Z',
    lastFailure: { code: 'DOWNSTREAM_TIMEOUT', at: '1970-01-01T00:00:01.000Z' },
    ...busy,
    lastAct: null,
  });
});
