/**
 * What plain cockatiel 4.0.0 gets wrong for this job, one test a trap. `cockatiel-traps.spec.ts` shows the same traps on
 * cockatiel itself. README.md lists them together.
 */
import { ClientGone } from '@bff/errors';
import { answersAfter, failsAfter, failure, policyFixture } from '../test/policy-fixture.ts';

const unavailable = failure('DOWNSTREAM_UNAVAILABLE');
const never = () => new Promise<never>(() => {});

/** One failure opens it, one success closes it, nothing is retried. */
const touchy = { retries: 0, breaker: { consecutiveFailures: 1, probes: 1 } };

describe('traps of the deadline', () => {
  it('success aborts no signal: neither the attempt’s nor the page’s', async () => {
    const { readNow, page } = policyFixture();
    const deadline = page();
    const { value: given } = await readNow(async ({ signal }) => signal, deadline);
    expect(given?.aborted).toBe(false);
    expect(deadline.signal.aborted).toBe(false);
  });

  it('a client that leaves is not turned into a time-out, and no number of them opens the circuit', async () => {
    const { read, page, clock, policy } = policyFixture(touchy);
    for (let client = 0; client < 30; client += 1) {
      const deadline = page();
      const { outcome } = read(never, deadline);
      await clock.settle();
      deadline.abort(new ClientGone());
      await clock.settle();
      expect(outcome.error).toBeInstanceOf(ClientGone);
    }
    expect(policy.breaker.state).toBe('closed');
  });
});

describe('traps of the retry', () => {
  it('an abort during the backoff returns at once and makes no further call', async () => {
    const { read, page, clock } = policyFixture({ backoff: { minMs: 300, maxMs: 300 } });
    const deadline = page();
    const attempt = jest.fn(() => Promise.reject(unavailable));
    const { outcome } = read(attempt, deadline);
    await clock.advanceBy(50);
    deadline.abort(new ClientGone());
    await clock.settle();
    expect(outcome.settledAt).toBe(50);
    await clock.advanceBy(1_000);
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  it('a call that an open circuit refuses is not retried', async () => {
    const { readNow, policy, eventsNamed, clock } = policyFixture({ retries: 5 });
    policy.breaker.isolate();
    const { settledAt } = await readNow(async () => 'not sent');
    expect(settledAt).toBe(0);
    expect(eventsNamed('retried')).toEqual([]);
    expect(eventsNamed('rejected')).toHaveLength(1);
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('traps of the circuit breaker', () => {
  it('while half-open, further callers are refused at once, and none fires when the probe succeeds', async () => {
    const { read, readNow, clock } = policyFixture(touchy);
    await readNow(() => Promise.reject(unavailable));
    clock.advance(5_000);
    const probe = read(answersAfter(clock, 400, 'fine'));
    const crowd = jest.fn(async () => 'fine');
    const others = Array.from({ length: 20 }, () => read(crowd));
    await clock.settle();
    for (const { outcome } of others) {
      expect(outcome).toMatchObject({ settledAt: 5_000, error: { code: 'DOWNSTREAM_CIRCUIT_OPEN' } });
    }
    await clock.advanceBy(400);
    expect(probe.outcome.value).toBe('fine');
    expect(crowd).not.toHaveBeenCalled();
  });

  it('failures do not survive an idle hour', async () => {
    const { readNow, clock, policy } = policyFixture({ retries: 0, breaker: { consecutiveFailures: 1_000 } });
    for (let call = 0; call < 18; call += 1) {
      await readNow(() => Promise.reject(unavailable));
      clock.advance(500);
    }
    expect(policy.snapshot().breaker.counts.failures).toBe(18);
    clock.advance(3_600_000);
    expect(policy.snapshot().breaker.counts).toMatchObject({ calls: 0, failures: 0 });
    for (let call = 0; call < 15; call += 1) await readNow(async () => 'fine');
    for (let call = 0; call < 5; call += 1) await readNow(() => Promise.reject(unavailable));
    expect(policy.breaker.state).toBe('closed');
    expect(policy.snapshot().breaker.counts).toMatchObject({ calls: 20, failures: 5 });
  });

  it('a wall clock that is stepped back an hour does not hold the circuit open an hour', async () => {
    const { readNow, clock, policy } = policyFixture(touchy);
    await readNow(() => Promise.reject(unavailable));
    clock.stepWallTime(-3_600_000);
    clock.advance(5_000);
    expect((await readNow(async () => 'fine')).value).toBe('fine');
    expect(policy.breaker.state).toBe('closed');
  });

  it('a wall clock that is stepped forward does not end the open time', async () => {
    const { readNow, clock } = policyFixture(touchy);
    await readNow(() => Promise.reject(unavailable));
    clock.stepWallTime(3_600_000);
    expect((await readNow(async () => 'not sent')).error).toMatchObject({ retryAfterMs: 5_000 });
  });

  it('a late failure of a call that started while it was closed does not re-open a half-open circuit', async () => {
    const { read, readNow, clock, policy } = policyFixture({
      attemptMs: 9_000,
      retries: 0,
      breaker: { consecutiveFailures: 1, probes: 2, slowCallMs: 9_000 },
    });
    const late = read(failsAfter(clock, 6_000, unavailable));
    await clock.settle();
    await readNow(() => Promise.reject(unavailable));
    await clock.advanceBy(5_000);
    await readNow(async () => 'fine');
    expect(policy.breaker.state).toBe('half-open');
    await clock.advanceBy(1_000);
    expect(late.outcome.error).toBe(unavailable);
    expect(policy.breaker.state).toBe('half-open');
    await readNow(async () => 'fine');
    expect(policy.breaker.state).toBe('closed');
  });

  it('a call that says nothing of the service is no success of a probe', async () => {
    const { read, readNow, page, clock, policy } = policyFixture(touchy);
    await readNow(() => Promise.reject(unavailable));
    clock.advance(5_000);
    const deadline = page();
    read(never, deadline);
    await clock.settle();
    deadline.abort(new ClientGone());
    await clock.settle();
    expect(policy.breaker.state).toBe('half-open');
  });

  it('a 404 is an answer: it ends a row of failures', async () => {
    const { readNow, policy } = policyFixture({ retries: 0, breaker: { consecutiveFailures: 3, minimumCalls: 1_000 } });
    for (let call = 0; call < 10; call += 1) {
      await readNow(() => Promise.reject(unavailable));
      await readNow(() => Promise.reject(unavailable));
      await readNow(() => Promise.reject(failure('NOT_FOUND')));
    }
    expect(policy.breaker.state).toBe('closed');
    expect(policy.snapshot().breaker.counts.consecutiveFailures).toBe(0);
  });
});

describe('traps of the events', () => {
  it('a listener that throws changes no outcome', async () => {
    jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const broken = () => {
      throw new Error('the metric is not registered');
    };
    const observer = {
      breakerChanged: broken,
      retried: broken,
      retryRefused: broken,
      rejected: broken,
      attemptEnded: broken,
      hedged: broken,
      hedgeWon: broken,
      hedgeRefused: broken,
      unexpectedError: broken,
    };
    const { read, readNow, policy, clock } = policyFixture({ breaker: { consecutiveFailures: 2 } }, { observer });
    expect((await readNow(async () => 'fine')).value).toBe('fine');
    const failing = read(() => Promise.reject(unavailable));
    await clock.advanceBy(100);
    expect(failing.outcome.error).toBe(unavailable);
    expect(policy.breaker.state).toBe('open');
    expect((await readNow(async () => 'not sent')).error).toMatchObject({ code: 'DOWNSTREAM_CIRCUIT_OPEN' });
  });
});
