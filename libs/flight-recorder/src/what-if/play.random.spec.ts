import { type ServiceLimits, serviceLimitsSchema } from '@bff/resilience';
import { liveHistory } from '../../test/live-history.ts';
import { EPOCH } from '../../test/told-page.ts';
import { play } from './play.ts';
import { RecordedCalls } from './recorded-calls.ts';

const HISTORIES = 12;

/** Jitter is off, or no two histories would be alike. */
const limitsOf = (input: object): ServiceLimits => {
  const limits = serviceLimitsSchema.parse(input);
  return { ...limits, breaker: { ...limits.breaker, openJitter: 0 } };
};

const kinds: Readonly<Record<string, ServiceLimits>> = {
  'by ratio': limitsOf({ attemptMs: 400, breaker: { consecutiveFailures: 1000, minimumCalls: 8, openMs: 700 } }),
  'by slow calls': limitsOf({
    attemptMs: 400,
    breaker: {
      consecutiveFailures: 1000,
      failureRatio: 1,
      slowRatio: 0.3,
      slowCallMs: 120,
      minimumCalls: 8,
      openMs: 500,
    },
  }),
  'by a row of failures': limitsOf({
    attemptMs: 300,
    retries: 2,
    breaker: { consecutiveFailures: 3, openMs: 400, probes: 2 },
  }),
  'with hedges and a small bulkhead': limitsOf({
    attemptMs: 400,
    bulkhead: { maxInFlight: 4 },
    hedge: { enabled: true, minimumCalls: 5, quantile: 0.7, ratio: 1 },
    breaker: { consecutiveFailures: 4, slowCallMs: 150, slowRatio: 0.5, minimumCalls: 8, openMs: 600, maxOpenMs: 900 },
  }),
};

describe.each(Object.entries(kinds))(`${HISTORIES} random histories of a circuit that opens %s`, (_, limits) => {
  it('go the same way when they are played with the limits that were in effect', async () => {
    let openings = 0;
    let refusals = 0;
    for (let seed = 1; seed <= HISTORIES; seed += 1) {
      const calls = new RecordedCalls({ limits: new Map([['payment', () => limits]]), beganAtMs: 0 });
      const { clock, changes, attempts } = await liveHistory(seed, limits, {
        attemptEnded: (record, attempt) => calls.attemptEnded(record, attempt),
      });
      const window = calls.window('payment', clock.now());
      const played = await play(window, limits, EPOCH);
      const opened = changes.filter(({ to }) => to === 'open');
      expect({ seed, openings: played.openings }).toEqual({
        seed,
        openings: opened.map(({ at, reason, openForMs }) => ({ at: expect.closeTo(EPOCH + at, 3), reason, openForMs })),
      });
      expect(window.calls.filter(({ attempt }) => attempt > 0)).toHaveLength(attempts);
      const refusedForReal = window.calls.filter(({ end }) => end === 'DOWNSTREAM_CIRCUIT_OPEN').length;
      expect(played.refusedCalls).toBe(refusedForReal);
      openings += opened.length;
      refusals += refusedForReal;
    }
    // Else they would prove nothing.
    expect(openings).toBeGreaterThan(HISTORIES * 2);
    expect(refusals).toBeGreaterThan(HISTORIES * 10);
  }, 60_000);
});
