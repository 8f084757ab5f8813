import { systemClock } from '@bff/clock';
import { answersAfter, failure, policyFixture } from '../test/policy-fixture.ts';
import { createServicePolicy, Deadline, defaultServiceLimits } from './index.ts';

const unavailable = () => Promise.reject(failure('DOWNSTREAM_UNAVAILABLE'));

describe('the policies of a service together', () => {
  it('hand an answer through', async () => {
    const { readNow } = policyFixture();
    expect(await readNow(async () => ({ id: 'ord_00001' }))).toMatchObject({ value: { id: 'ord_00001' } });
  });

  it('count each attempt of a retried call in the breaker, as the retry is outside of it', async () => {
    const { read, clock, policy } = policyFixture({ retries: 2 });
    read(unavailable);
    await clock.advanceBy(200);
    expect(policy.snapshot().breaker.counts).toMatchObject({ calls: 3, failures: 3 });
  });

  it('end the retries of a call that opened the circuit, and tell why it failed and when to come back', async () => {
    const { read, clock, policy } = policyFixture({ retries: 9, breaker: { consecutiveFailures: 2 } });
    const attempt = jest.fn(unavailable);
    const { outcome } = read(attempt);
    await clock.advanceBy(1_000);
    expect(policy.breaker.state).toBe('open');
    expect(attempt).toHaveBeenCalledTimes(2);
    expect(outcome.error).toMatchObject({ code: 'DOWNSTREAM_UNAVAILABLE', retryAfterMs: 5_000 - 30 });
    expect(outcome.error).toMatchObject({ detail: expect.stringContaining('not tried again: the circuit is open') });
  });

  it('take no slot for a call that an open circuit refuses', async () => {
    const { read, clock, policy } = policyFixture({ bulkhead: { maxInFlight: 1 } });
    read(answersAfter(clock, 100, 'fine'));
    policy.breaker.isolate();
    const { outcome } = read(async () => 'not sent');
    await clock.settle();
    expect(outcome.error).toMatchObject({ code: 'DOWNSTREAM_CIRCUIT_OPEN', retryAfterMs: undefined });
    await clock.advanceBy(100);
  });

  it('take the place of a probe back when the bulkhead was full', async () => {
    const limits = { attemptMs: 9_000, breaker: { consecutiveFailures: 1, probes: 1, slowCallMs: 9_000 } };
    const { read, readNow, clock, policy, setLimits } = policyFixture({ ...limits, bulkhead: { maxInFlight: 2 } });
    const longCall = read(answersAfter(clock, 6_000, 'fine'));
    await readNow(() => Promise.reject(failure('DOWNSTREAM_BAD_RESPONSE')));
    await clock.advanceBy(5_000);
    setLimits({ ...limits, bulkhead: { maxInFlight: 1 } });
    expect((await readNow(async () => 'not sent')).error).toMatchObject({ code: 'DOWNSTREAM_OVERLOADED' });
    expect(policy.breaker.state).toBe('half-open');
    await clock.advanceBy(1_000);
    await longCall.done;
    expect(policy.breaker.state).toBe('half-open');
    expect((await readNow(async () => 'fine')).value).toBe('fine');
    expect(policy.breaker.state).toBe('closed');
  });

  it('tell the observer of each change of the circuit, by the name of the service', async () => {
    const { readNow, eventsNamed, clock } = policyFixture({
      retries: 0,
      breaker: { consecutiveFailures: 1, probes: 1 },
    });
    await readNow(unavailable);
    clock.advance(5_000);
    await readNow(async () => 'fine');
    expect(eventsNamed('breakerChanged')).toEqual([
      { service: 'order', from: 'closed', to: 'open', reason: 'consecutive-failures', openForMs: 5_000 },
      { service: 'order', from: 'open', to: 'half-open', reason: 'open-time-over' },
      { service: 'order', from: 'half-open', to: 'closed', reason: 'probes-succeeded' },
    ]);
  });

  it('show themselves to the admin port', async () => {
    const { readNow, policy } = policyFixture();
    await readNow(async () => 'fine');
    expect(policy.snapshot()).toMatchObject({
      service: 'order',
      breaker: { state: 'closed', counts: { calls: 1 } },
      inFlight: 0,
      retriesLeft: 10,
      rateLimitedForMs: 0,
    });
  });

  it('follow limits that change while the process runs', async () => {
    const { readNow, read, clock, policy, setLimits } = policyFixture({ retries: 0 });
    for (let call = 0; call < 4; call += 1) await readNow(unavailable);
    setLimits({ retries: 1, attemptMs: 100 });
    const { outcome } = read(() => new Promise(() => {}));
    await clock.advanceBy(100);
    expect(policy.breaker.state).toBe('open');
    await clock.advanceBy(1_000);
    expect(outcome.error).toMatchObject({ code: 'DOWNSTREAM_TIMEOUT', retryAfterMs: expect.any(Number) });
  });

  it('work on the real clock, and hold no timer once a call is over', async () => {
    const policy = createServicePolicy({ service: 'order', limits: () => defaultServiceLimits, clock: systemClock });
    const deadline = Deadline.after(60_000, { clock: systemClock });
    const answer = policy.execute({ operation: 'getOrder', deadline, idempotent: true }, async () => 'fine');
    await expect(answer).resolves.toBe('fine');
    deadline.dispose();
  });

  it('wrap even what a policy itself throws, as a page must not fail on it', async () => {
    const bug = new RangeError('limits are broken');
    const { policy, page, eventsNamed, setLimits } = policyFixture();
    setLimits({ retries: 0 });
    const deadline = page();
    jest.spyOn(deadline, 'remainingMs').mockImplementation(() => {
      throw bug;
    });
    const answer = policy.execute({ operation: 'getOrder', deadline, idempotent: true }, async () => 'fine');
    await expect(answer).rejects.toMatchObject({ code: 'DOWNSTREAM_BAD_RESPONSE', cause: bug });
    expect(eventsNamed('unexpectedError')).toHaveLength(1);
  });
});
