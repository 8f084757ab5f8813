/** When a second attempt goes out beside a late first one, and when it must not. `hedge-race.spec.ts`: what then happens. */
import { getEventListeners } from 'node:events';
import { hedgingFixture, legs, USUAL_MS } from '../test/hedging-fixture.ts';
import { answersAfter, failsAfter, failure, policyFixture } from '../test/policy-fixture.ts';

const never = () => new Promise<never>(() => {});
const order = { service: 'order', operation: 'getOrder' };

describe('a read whose first attempt is late', () => {
  it('gets a second one once it takes longer than 95 of 100 did', async () => {
    const { read, clock, eventsNamed } = await hedgingFixture();
    const { attempt, given } = legs(never, answersAfter(clock, 5, 'second'));
    const { outcome } = read(attempt);
    await clock.advanceBy(USUAL_MS);
    expect(given).toHaveLength(1);
    await clock.advanceBy(0.2);
    expect(given).toMatchObject([{ number: 1 }, { number: 2, remainingMs: 500 }]);
    await clock.advanceBy(5);
    expect(outcome.value).toBe('second');
    expect(eventsNamed('hedged')).toEqual([{ ...order, delayMs: expect.closeTo(USUAL_MS, 0) }]);
    expect(eventsNamed('hedgeWon')).toEqual([order]);
    expect(eventsNamed('attemptEnded')).toMatchObject([
      { attempt: 2, outcome: 'ok' },
      { attempt: 1, outcome: 'outrun' },
    ]);
  });

  it('gets none when the first one is not late, and leaves nothing behind', async () => {
    const { read, clock, page, eventsNamed } = await hedgingFixture();
    const timers = clock.pendingTimers;
    const deadline = page();
    const { outcome } = read(answersAfter(clock, 5, 'first'), deadline);
    await clock.advanceBy(5);
    expect(outcome.value).toBe('first');
    deadline.dispose();
    expect(getEventListeners(deadline.signal, 'abort')).toHaveLength(0);
    expect(clock.pendingTimers).toBe(timers);
    await clock.advanceBy(100);
    expect(eventsNamed('hedged')).toEqual([]);
    expect(eventsNamed('hedgeRefused')).toEqual([]);
  });

  it('gets none when the first one has failed: that is for the retry', async () => {
    const { read, clock, eventsNamed } = await hedgingFixture();
    const error = failure('DOWNSTREAM_UNAVAILABLE');
    const { outcome } = read(failsAfter(clock, 5, error));
    await clock.advanceBy(100);
    expect(outcome).toMatchObject({ error, settledAt: USUAL_MS + 5 });
    expect(eventsNamed('hedged')).toEqual([]);
  });

  it('gets one only, however late both are', async () => {
    const { read, clock } = await hedgingFixture();
    const { attempt, given } = legs(never, never);
    read(attempt);
    await clock.advanceBy(499);
    expect(given).toHaveLength(2);
  });

  it('waits for at least minDelayMs', async () => {
    const { read, clock } = await hedgingFixture({ hedge: { minDelayMs: 50 } });
    const { attempt, given } = legs(never, never);
    read(attempt);
    await clock.advanceBy(49);
    expect(given).toHaveLength(1);
    await clock.advanceBy(1);
    expect(given).toHaveLength(2);
  });
});

/** Lets a late read pass its moment, and tells how many attempts there were and why there were not two. */
async function late(
  { read, clock, eventsNamed }: Awaited<ReturnType<typeof hedgingFixture>>,
  deadline?: Parameters<typeof read>[1],
) {
  const { attempt, given } = legs(never, never);
  read(attempt, deadline);
  await clock.advanceBy(USUAL_MS + 1);
  return { attempts: given.length, refused: eventsNamed('hedgeRefused') };
}

describe('there is no second attempt', () => {
  it('while hedging is off, and then not even a timer for it', async () => {
    const { read, clock, policy } = policyFixture();
    for (let call = 0; call < 60; call += 1) read(answersAfter(clock, USUAL_MS, 'usual'));
    await clock.advanceBy(USUAL_MS);
    const timers = clock.pendingTimers;
    const { attempt, given } = legs(never);
    read(attempt);
    await clock.settle();
    // The page's and the attempt's.
    expect(clock.pendingTimers - timers).toBe(2);
    await clock.advanceBy(400);
    expect(given).toHaveLength(1);
    expect(policy.snapshot().hedging).toBeUndefined();
  });

  it('for a call that is repeatable only by its idempotency key, or not at all', async () => {
    const { policy, clock, page } = await hedgingFixture();
    const { attempt, given } = legs(never, never);
    const call = { operation: 'getOrder', deadline: page() };
    policy.execute({ ...call, idempotencyKey: 'order-7-capture' }, attempt).catch(() => {});
    policy.execute({ ...call, idempotent: false }, attempt).catch(() => {});
    await clock.advanceBy(500);
    expect(given).toHaveLength(2);
  });

  it('while fewer calls of the operation were seen than minimumCalls', async () => {
    expect(await late(await hedgingFixture({ hedge: { minimumCalls: 50 } }))).toMatchObject({ attempts: 2 });
    expect(await late(await hedgingFixture({ hedge: { minimumCalls: 51 } }))).toEqual({ attempts: 1, refused: [] });
  });

  it('for an operation whose time is not known, however well that of others is', async () => {
    const { policy, page, clock } = await hedgingFixture();
    const { attempt, given } = legs(never, never);
    const call = { operation: 'listOrders', deadline: page(), idempotent: true } as const;
    policy.execute(call, attempt).catch(() => {});
    await clock.advanceBy(499);
    expect(given).toHaveLength(1);
  });

  it('when the circuit has opened meanwhile', async () => {
    const fixture = await hedgingFixture();
    const { attempt, given } = legs(never, never);
    fixture.read(attempt);
    await fixture.clock.settle();
    fixture.policy.breaker.isolate();
    await fixture.clock.advanceBy(USUAL_MS + 1);
    expect(given).toHaveLength(1);
    expect(fixture.eventsNamed('hedgeRefused')).toEqual([{ ...order, reason: 'circuit' }]);
    // It was not even asked, which would have counted as a refused call.
    expect(fixture.eventsNamed('rejected')).toEqual([]);
  });

  it('beside a probe', async () => {
    const fixture = await hedgingFixture({ breaker: { consecutiveFailures: 1, openMs: 1_000 } });
    await fixture.readNow(() => Promise.reject(failure('DOWNSTREAM_UNAVAILABLE')));
    await fixture.clock.advanceBy(1_000);
    expect(await late(fixture)).toEqual({ attempts: 1, refused: [{ ...order, reason: 'circuit' }] });
    expect(fixture.policy.breaker.state).toBe('half-open');
  });

  it('while a Retry-After is running', async () => {
    const fixture = await hedgingFixture();
    const { attempt, given } = legs(never, never);
    fixture.read(attempt);
    await fixture.readNow(() => Promise.reject(failure('DOWNSTREAM_RATE_LIMITED', { retryAfterMs: 1_000 })));
    await fixture.clock.advanceBy(USUAL_MS + 1);
    expect(given).toHaveLength(1);
    expect(fixture.eventsNamed('hedgeRefused')).toEqual([{ ...order, reason: 'rate-limit' }]);
  });

  it('when less is left of the page than nearly all answers take', async () => {
    const enough = await hedgingFixture();
    expect(await late(enough, enough.page(2 * USUAL_MS + 1))).toMatchObject({ attempts: 2 });
    const fixture = await hedgingFixture();
    const refused = [{ ...order, reason: 'time' }];
    expect(await late(fixture, fixture.page(2 * USUAL_MS))).toEqual({ attempts: 1, refused });
  });

  it('when more than half of the bulkhead is taken', async () => {
    const fixture = await hedgingFixture({ bulkhead: { maxInFlight: 60 } });
    const { read, setLimits, on } = fixture;
    for (let call = 0; call < 3; call += 1) read(never);
    setLimits({ ...on(), bulkhead: { maxInFlight: 7 } });
    expect(await late(fixture)).toMatchObject({ attempts: 1 });
    // Each of the four was late and was refused.
    expect(fixture.eventsNamed('hedgeRefused')).toEqual(
      Array.from({ length: 4 }, () => ({ ...order, reason: 'load' })),
    );
  });

  it('but when just half of it is, there is', async () => {
    const fixture = await hedgingFixture({ bulkhead: { maxInFlight: 60 } });
    fixture.setLimits({ ...fixture.on(), bulkhead: { maxInFlight: 2 } });
    expect(await late(fixture)).toMatchObject({ attempts: 2, refused: [] });
  });

  it('when the budget is spent: a tenth of the calls of 10 s', async () => {
    const fixture = await hedgingFixture();
    const attempts: number[] = [];
    for (let call = 0; call < 7; call += 1) attempts.push((await late(fixture)).attempts);
    // 50 calls give five.
    expect(attempts).toEqual([2, 2, 2, 2, 2, 1, 1]);
    expect(fixture.eventsNamed('hedgeRefused')).toEqual([
      { ...order, reason: 'budget' },
      { ...order, reason: 'budget' },
    ]);
  });

  it('beside a retry, which has been paid for already', async () => {
    const fixture = await hedgingFixture({ retries: 1, backoff: { minMs: 0, maxMs: 0 } });
    fixture.setLimits({ ...fixture.on(), retries: 1 });
    const { attempt, given } = legs(() => Promise.reject(failure('DOWNSTREAM_UNAVAILABLE')), never, never);
    fixture.read(attempt);
    await fixture.clock.advanceBy(400);
    expect(given).toHaveLength(2);
    expect(fixture.eventsNamed('retried')).toHaveLength(1);
    expect(fixture.eventsNamed('hedged')).toEqual([]);
  });
});

describe('the budgets', () => {
  it('are two: a hedge takes nothing from the retries, nor a retry from the hedges', async () => {
    const fixture = await hedgingFixture();
    const { retriesLeft, hedging } = fixture.policy.snapshot();
    expect({ retriesLeft, left: hedging?.left }).toEqual({ retriesLeft: 10, left: 5 });
    await late(fixture);
    expect(fixture.policy.snapshot()).toMatchObject({ retriesLeft: 10, hedging: { left: 4 } });
    fixture.setLimits({ ...fixture.on(), retries: 1 });
    fixture.read(() => Promise.reject(failure('DOWNSTREAM_UNAVAILABLE')));
    await fixture.clock.advanceBy(100);
    expect(fixture.policy.snapshot()).toMatchObject({ retriesLeft: 9, hedging: { left: 4 } });
  });

  it('earn nothing by calls that were not sent', async () => {
    const { policy, readNow } = await hedgingFixture();
    policy.breaker.isolate();
    for (let call = 0; call < 100; call += 1) await readNow(never);
    expect(policy.snapshot()).toMatchObject({ retriesLeft: 10, hedging: { left: 5 } });
  });

  it('count a hedged call once', async () => {
    const { read, clock, policy } = await hedgingFixture({ bulkhead: { maxInFlight: 1_000 } });
    const calls = 50;
    // Five of these are hedged, and with the 50 of the warm-up they earn ten hedges and ten retries, not eleven.
    for (let call = 0; call < calls; call += 1) read(answersAfter(clock, 2 * USUAL_MS, 'late'));
    await clock.advanceBy(2 * USUAL_MS);
    expect(policy.snapshot()).toMatchObject({ retriesLeft: 10, hedging: { left: 5 } });
  });
});
