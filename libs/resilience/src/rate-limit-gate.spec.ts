import { failsAfter, failure, policyFixture } from '../test/policy-fixture.ts';

const tooMany = (retryAfterMs?: number) => () => Promise.reject(failure('DOWNSTREAM_RATE_LIMITED', { retryAfterMs }));

describe('a service that answered 429 with Retry-After', () => {
  it('is left alone until it is over, and calls fail at once with what remains', async () => {
    const { readNow, clock, policy, eventsNamed } = policyFixture();
    await readNow(tooMany(2_000));
    clock.advance(500.5);
    const attempt = jest.fn();
    const { error } = await readNow(attempt);
    expect(error).toMatchObject({ code: 'DOWNSTREAM_RATE_LIMITED', retryAfterMs: 1_500 });
    expect(attempt).not.toHaveBeenCalled();
    expect(eventsNamed('rejected')).toMatchObject([{ code: 'DOWNSTREAM_RATE_LIMITED', retryAfterMs: 1_500 }]);
    expect(policy.snapshot().rateLimitedForMs).toBe(1_500);
    clock.advance(1_499.5);
    expect(await readNow(async () => 'fine')).toMatchObject({ value: 'fine' });
    expect(policy.snapshot().rateLimitedForMs).toBe(0);
  });

  it('is not called again by a retry that was waiting when it said so', async () => {
    const { read, readNow, clock } = policyFixture({ backoff: { minMs: 50, maxMs: 50 } });
    const attempt = jest.fn(failsAfter(clock, 0, failure('DOWNSTREAM_UNAVAILABLE')));
    const { outcome } = read(attempt);
    await clock.advanceBy(10);
    await readNow(tooMany(2_000));
    await clock.advanceBy(100);
    expect(attempt).toHaveBeenCalledTimes(1);
    expect(outcome.error).toMatchObject({ code: 'DOWNSTREAM_RATE_LIMITED', retryAfterMs: 1_960 });
  });

  it('is not held to have failed', async () => {
    const { readNow, policy, clock } = policyFixture({ breaker: { consecutiveFailures: 1 } });
    for (let call = 0; call < 30; call += 1) {
      await readNow(tooMany(100));
      clock.advance(100);
    }
    expect(policy.breaker.state).toBe('closed');
    expect(policy.snapshot().breaker.counts.calls).toBe(0);
  });

  it('does not take the place of a probe while it is left alone', async () => {
    const { readNow, policy, clock } = policyFixture({ breaker: { consecutiveFailures: 1, probes: 1 } });
    await readNow(() => Promise.reject(failure('DOWNSTREAM_BAD_RESPONSE')));
    clock.advance(5_000);
    await readNow(tooMany(1_000));
    await readNow(async () => 'not sent');
    expect(policy.breaker.state).toBe('half-open');
    clock.advance(1_000);
    await readNow(async () => 'fine');
    expect(policy.breaker.state).toBe('closed');
  });

  it('keeps the longest of several, and no more than a minute', async () => {
    const { read, policy, clock } = policyFixture();
    const long = read(failsAfter(clock, 10, failure('DOWNSTREAM_RATE_LIMITED', { retryAfterMs: 86_400_000 })));
    const short = read(failsAfter(clock, 20, failure('DOWNSTREAM_RATE_LIMITED', { retryAfterMs: 10 })));
    await clock.advanceBy(20);
    await Promise.all([long.done, short.done]);
    expect(policy.snapshot().rateLimitedForMs).toBe(60_000 - 10);
  });

  it('is asked again by the next call when it did not say how long', async () => {
    const { readNow } = policyFixture();
    await readNow(tooMany());
    expect(await readNow(async () => 'fine')).toMatchObject({ value: 'fine' });
  });
});
