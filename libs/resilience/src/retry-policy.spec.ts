import { ClientGone, DeadlineExceeded, type DownstreamError, type SectionCode, sectionCodes } from '@bff/errors';
import { getEventListeners } from 'node:events';
import { answersAfter, failsAfter, failure, policyFixture } from '../test/policy-fixture.ts';

/** Fails so many times, then answers. */
const failing = (times: number, error: DownstreamError) => {
  let calls = 0;
  return jest.fn(async () => {
    calls += 1;
    if (calls <= times) throw error;
    return `answer ${calls}`;
  });
};

describe('a failed attempt of a repeatable call', () => {
  it.each<SectionCode>(['DOWNSTREAM_TIMEOUT', 'DOWNSTREAM_UNAVAILABLE'])('is repeated after %s', async (code) => {
    const { read, clock, eventsNamed } = policyFixture();
    const attempt = failing(1, failure(code));
    const { outcome } = read(attempt);
    await clock.advanceBy(50);
    expect(outcome.value).toBe('answer 2');
    expect(eventsNamed('retried')).toEqual([
      { service: 'order', operation: 'getOrder', attempt: 1, code, delayMs: 30 },
    ]);
    expect(eventsNamed('attemptEnded')).toMatchObject([
      { attempt: 1, outcome: code },
      { attempt: 2, outcome: 'ok' },
    ]);
  });

  it.each(sectionCodes.filter((code) => code !== 'DOWNSTREAM_TIMEOUT' && code !== 'DOWNSTREAM_UNAVAILABLE'))(
    'is not repeated after %s',
    async (code) => {
      const { read, clock } = policyFixture();
      const error = failure(code);
      const attempt = failing(1, error);
      const { outcome } = read(attempt);
      await clock.advanceBy(1_000);
      expect(outcome.error).toBe(error);
      expect(attempt).toHaveBeenCalledTimes(1);
    },
  );

  it('is not repeated when the request was to blame', async () => {
    const { read, clock } = policyFixture();
    const attempt = failing(1, failure('DOWNSTREAM_UNAVAILABLE', { blame: 'request' }));
    read(attempt);
    await clock.advanceBy(1_000);
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  it('is repeated as often as the limits say, and ends with the last error', async () => {
    const { read, clock } = policyFixture({ retries: 2 });
    const attempt = failing(10, failure('DOWNSTREAM_UNAVAILABLE'));
    const { outcome } = read(attempt);
    await clock.advanceBy(1_000);
    expect(attempt).toHaveBeenCalledTimes(3);
    expect(outcome.error).toMatchObject({ code: 'DOWNSTREAM_UNAVAILABLE' });
  });

  it('is repeated when the call carries an idempotency key', async () => {
    const { policy, clock, page } = policyFixture();
    const attempt = failing(1, failure('DOWNSTREAM_UNAVAILABLE'));
    const done = policy.execute({ operation: 'capture', deadline: page(), idempotencyKey: 'k1' }, attempt);
    await clock.advanceBy(50);
    await expect(done).resolves.toBe('answer 2');
  });

  it('is not repeated when the call is a write without a key', async () => {
    const { policy, clock, page } = policyFixture({ retries: 5 });
    const attempt = failing(1, failure('DOWNSTREAM_UNAVAILABLE'));
    const done = policy.execute({ operation: 'capture', deadline: page(), idempotent: false }, attempt);
    const [ended] = await Promise.allSettled([done, clock.advanceBy(1_000)]);
    expect(ended).toMatchObject({ status: 'rejected', reason: { code: 'DOWNSTREAM_UNAVAILABLE' } });
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  it.each([
    [0, 1],
    [1, 2],
    [9, 3],
  ])('asks for %d retries and gets %d attempts, as the limit of 2 is never exceeded', async (retries, attempts) => {
    const { policy, clock, page } = policyFixture({ retries: 2 });
    const attempt = failing(10, failure('DOWNSTREAM_UNAVAILABLE'));
    const deadline = page();
    policy.execute({ operation: 'getOrder', deadline, idempotent: true, retries }, attempt).catch(() => undefined);
    await clock.advanceBy(1_000);
    expect(attempt).toHaveBeenCalledTimes(attempts);
  });
});

describe('the wait before a retry', () => {
  it.each([
    [0, 10],
    [0.999_999, 50],
  ])('is drawn evenly between the shortest and the longest: %d gives %d ms', async (drawn, delayMs) => {
    const { read, clock, eventsNamed } = policyFixture({}, { random: () => drawn });
    read(failing(1, failure('DOWNSTREAM_UNAVAILABLE')));
    await clock.advanceBy(50);
    expect(eventsNamed('retried')).toMatchObject([{ delayMs: expect.closeTo(delayMs, 3) }]);
  });

  it('ends at once when the client leaves, without another attempt, a timer or a listener', async () => {
    const { read, clock, page } = policyFixture({ backoff: { minMs: 300, maxMs: 300 } });
    const attempt = failing(1, failure('DOWNSTREAM_UNAVAILABLE'));
    const deadline = page();
    const { outcome } = read(attempt, deadline);
    await clock.advanceBy(50);
    const gone = new ClientGone();
    deadline.abort(gone);
    await clock.settle();
    expect(outcome).toEqual({ error: gone, settledAt: 50 });
    expect(clock.pendingTimers).toBe(0);
    expect(getEventListeners(deadline.signal, 'abort')).toHaveLength(0);
    await clock.advanceBy(1_000);
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  it('ends with the failure that there was when the page deadline is brought forward meanwhile', async () => {
    const { read, clock, page } = policyFixture({ backoff: { minMs: 300, maxMs: 300 } });
    const deadline = page();
    const { outcome } = read(failing(1, failure('DOWNSTREAM_UNAVAILABLE')), deadline);
    await clock.advanceBy(50);
    deadline.abort(new DeadlineExceeded());
    await clock.settle();
    expect(outcome.error).toMatchObject({ code: 'DOWNSTREAM_UNAVAILABLE' });
  });

  it('is as long as the Retry-After of a 503, when that still fits', async () => {
    const { read, clock, page } = policyFixture();
    const { outcome } = read(failing(1, failure('DOWNSTREAM_UNAVAILABLE', { retryAfterMs: 200 })), page(740));
    await clock.advanceBy(199);
    expect(outcome.value).toBeUndefined();
    await clock.advanceBy(1);
    expect(outcome.value).toBe('answer 2');
  });

  it('is not begun when the Retry-After of a 503 does not fit', async () => {
    const { read, clock, page, eventsNamed } = policyFixture();
    const error = failure('DOWNSTREAM_UNAVAILABLE', { retryAfterMs: 1_000 });
    const { outcome } = read(failing(1, error), page(740));
    await clock.settle();
    expect(outcome).toEqual({ error, settledAt: 0 });
    expect(eventsNamed('retryRefused')).toMatchObject([{ reason: 'time' }]);
  });
});

describe('the time that is left for a retry', () => {
  it('must be at least a quarter of the attempt limit after the wait', async () => {
    // 30 ms of backoff and 125 ms of 500 for the attempt.
    for (const [pageMs, attempts] of [
      [255, 2],
      [254, 1],
    ] as const) {
      const { read, clock, page } = policyFixture();
      const attempt = jest.fn(failsAfter(clock, 100, failure('DOWNSTREAM_UNAVAILABLE')));
      read(attempt, page(pageMs));
      await clock.advanceBy(1_000);
      expect(attempt).toHaveBeenCalledTimes(attempts);
    }
  });

  it('bounds the second attempt', async () => {
    const { read, clock, page } = policyFixture({ attemptMs: 500 });
    const given: number[] = [];
    read(({ remainingMs }) => {
      given.push(remainingMs);
      return answersAfter(clock, 10_000, 'never')();
    }, page(740));
    await clock.advanceBy(1_000);
    expect(given).toEqual([500, 740 - 500 - 30]);
  });
});

describe('the retry budget', () => {
  it('is shared by all calls of the service: when it is spent, failures stay failures', async () => {
    const { read, clock, eventsNamed } = policyFixture({
      retryBudget: { ratio: 0.1, minPerSecond: 0.3 },
      breaker: { minimumCalls: 1_000, consecutiveFailures: 1_000 },
    });
    const attempt = failing(1_000, failure('DOWNSTREAM_UNAVAILABLE'));
    for (let call = 0; call < 20; call += 1) read(attempt);
    await clock.advanceBy(100);
    expect(attempt).toHaveBeenCalledTimes(20 + 3);
    expect(eventsNamed('retryRefused')).toHaveLength(17);
    expect(eventsNamed('retryRefused')[0]).toMatchObject({ reason: 'budget', code: 'DOWNSTREAM_UNAVAILABLE' });
  });

  it('does not grow by retries: they are paid from it', async () => {
    const { read, clock, policy } = policyFixture({
      retryBudget: { ratio: 1, minPerSecond: 0 },
      breaker: { minimumCalls: 1_000, consecutiveFailures: 1_000 },
    });
    const reads = Array.from({ length: 20 }, () => read(failing(1, failure('DOWNSTREAM_UNAVAILABLE'))));
    await clock.advanceBy(100);
    expect(reads.every(({ outcome }) => outcome.value === 'answer 2')).toBe(true);
    expect(policy.snapshot().retriesLeft).toBe(0);
  });

  it('does not grow by calls that were never sent', async () => {
    const { readNow, policy } = policyFixture({ retryBudget: { ratio: 0.1, minPerSecond: 0 } });
    for (let call = 0; call < 50; call += 1) await readNow(async () => 'fine');
    expect(policy.snapshot().retriesLeft).toBe(5);
    policy.breaker.isolate();
    for (let call = 0; call < 50; call += 1) await readNow(async () => 'fine');
    expect(policy.snapshot().retriesLeft).toBe(5);
  });
});
