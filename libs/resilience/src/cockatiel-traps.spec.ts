/**
 * The traps as plain cockatiel 4.0.0 shows them. A test that fails here after an update of cockatiel is good news: that
 * trap may be gone, and what stands in for it (see README.md) may go too.
 */
import {
  bulkhead,
  CircuitState,
  circuitBreaker,
  ConsecutiveBreaker,
  ConstantBackoff,
  handleAll,
  handleWhen,
  retry,
  SamplingBreaker,
  timeout,
  TimeoutStrategy,
} from 'cockatiel';

const down = new Error('down');
const fails = () => Promise.reject(down);
const ignore = () => undefined;
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Drives `Date.now`, which is what cockatiel's breakers tell the time by. */
function wallClock() {
  let now = Date.UTC(2026, 0, 1);
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  return { step: (ms: number) => (now += ms) };
}

const openBreaker = async (halfOpenAfter = 5_000) => {
  const breaker = circuitBreaker(handleAll, { halfOpenAfter, breaker: new ConsecutiveBreaker(1) });
  await breaker.execute(fails).catch(ignore);
  expect(breaker.state).toBe(CircuitState.Open);
  return breaker;
};

describe('cockatiel', () => {
  it('aborts its time-out signal, with a DOMException, on success too', async () => {
    let given: AbortSignal | undefined;
    await timeout(1_000, TimeoutStrategy.Cooperative).execute(({ signal }) => (given = signal));
    expect(given?.aborted).toBe(true);
    expect(given?.reason).toBeInstanceOf(DOMException);
  });

  it('turns the abort of a client into a time-out of its own', async () => {
    const client = new AbortController();
    const call = timeout(1_000, TimeoutStrategy.Aggressive).execute(() => new Promise(() => {}), client.signal);
    client.abort(new Error('the client left'));
    await expect(call).rejects.toMatchObject({
      isTaskCancelledError: true,
      message: 'Operation timed out after 1000ms',
    });
  });

  it('sleeps through an abort in its backoff, and then calls once more', async () => {
    const client = new AbortController();
    const attempt = jest.fn(fails);
    const startedAt = performance.now();
    const call = retry(handleAll, { maxAttempts: 3, backoff: new ConstantBackoff(60) }).execute(attempt, client.signal);
    await turn();
    client.abort();
    await call.catch(ignore);
    expect(performance.now() - startedAt).toBeGreaterThan(55);
    expect(attempt).toHaveBeenCalledTimes(2);
  });

  it('retries “circuit open” when it retries everything', async () => {
    const breaker = await openBreaker();
    const refused = jest.fn(ignore);
    const execute = jest.fn(() => breaker.execute(fails).catch((error: unknown) => (refused(), Promise.reject(error))));
    await retry(handleAll, { maxAttempts: 2, backoff: new ConstantBackoff(0) })
      .execute(execute)
      .catch(ignore);
    expect(refused).toHaveBeenCalledTimes(3);
  });

  it('lets callers wait for a half-open probe, and fires all of them when it succeeds', async () => {
    const clock = wallClock();
    const breaker = await openBreaker();
    clock.step(5_000);
    let answer: (value: string) => void = ignore;
    const probe = breaker.execute(() => new Promise<string>((resolve) => (answer = resolve)));
    const crowd = jest.fn(async () => 'fine');
    const others = Array.from({ length: 20 }, () => breaker.execute(crowd));
    await turn();
    expect(crowd).not.toHaveBeenCalled();
    answer('fine');
    await Promise.all([probe, ...others]);
    expect(crowd).toHaveBeenCalledTimes(20);
  });

  it('keeps failures in its sampling window over an idle hour', async () => {
    const clock = wallClock();
    const sampling = new SamplingBreaker({ threshold: 0.5, duration: 10_000, minimumRps: 1 });
    const breaker = circuitBreaker(handleAll, { halfOpenAfter: 5_000, breaker: sampling });
    // In a bucket that is not the next to be cleared: it moves on by one bucket a call, however long ago the last was.
    await breaker.execute(async () => 'fine');
    clock.step(1_000);
    for (let call = 0; call < 8; call += 1) await breaker.execute(fails).catch(ignore);
    clock.step(3_600_000);
    await breaker.execute(async () => 'fine');
    expect(sampling.state).toMatchObject({ currentFailures: 8 });
  });

  it('stays open an hour longer when the wall clock is stepped back an hour', async () => {
    const clock = wallClock();
    const breaker = await openBreaker();
    clock.step(-3_600_000);
    clock.step(3_600_000 - 1);
    await expect(breaker.execute(async () => 'fine')).rejects.toThrow('breaker is open');
  });

  it('re-opens a half-open circuit on the late failure of a call that started while it was closed', async () => {
    const clock = wallClock();
    const breaker = circuitBreaker(handleAll, {
      halfOpenAfter: 5_000,
      breaker: new ConsecutiveBreaker(1),
      halfOpenSampling: { calls: 2, threshold: 0 },
    });
    let failLate: (error: Error) => void = ignore;
    const late = breaker.execute(() => new Promise((_resolve, reject) => (failLate = reject)));
    await breaker.execute(fails).catch(ignore);
    clock.step(5_000);
    await breaker.execute(async () => 'fine');
    expect(breaker.state).toBe(CircuitState.HalfOpen);
    failLate(down);
    await late.catch(ignore);
    expect(breaker.state).toBe(CircuitState.Open);
  });

  it('takes an error that it does not handle for the success of a probe, but not for the end of a row', async () => {
    const clock = wallClock();
    const notFound = new Error('not found');
    const consecutive = new ConsecutiveBreaker(2);
    const breaker = circuitBreaker(
      handleWhen((error) => error !== notFound),
      { halfOpenAfter: 5_000, breaker: consecutive },
    );
    await breaker.execute(fails).catch(ignore);
    await breaker.execute(() => Promise.reject(notFound)).catch(ignore);
    expect(consecutive.state).toBe(1);
    await breaker.execute(fails).catch(ignore);
    expect(breaker.state).toBe(CircuitState.Open);
    clock.step(5_000);
    await breaker.execute(() => Promise.reject(notFound)).catch(ignore);
    expect(breaker.state).toBe(CircuitState.Closed);
  });

  it('cannot resize a bulkhead, and a new one admits its whole size again', async () => {
    const old = bulkhead(1);
    void old.execute(() => new Promise(() => {}));
    expect(old.executionSlots).toBe(0);
    expect(Reflect.set(old, 'executionSlots', 1)).toBe(false);
    expect(bulkhead(2).executionSlots).toBe(2);
  });

  it('rejects a call that succeeded when a listener throws', async () => {
    const policy = retry(handleAll, { maxAttempts: 0 });
    policy.onSuccess(() => {
      throw new Error('the metric is not registered');
    });
    await expect(policy.execute(async () => 'fine')).rejects.toThrow('the metric is not registered');
  });
});
