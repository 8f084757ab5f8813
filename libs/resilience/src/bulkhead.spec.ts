import { answersAfter, policyFixture } from '../test/policy-fixture.ts';

describe('the bulkhead', () => {
  it('refuses the call that is one too many at once, with nobody queueing', async () => {
    const { read, clock, policy, eventsNamed } = policyFixture({ bulkhead: { maxInFlight: 2 } });
    const attempt = answersAfter(clock, 100, 'fine');
    const [first, second, third] = [read(attempt), read(attempt), read(attempt)];
    await clock.settle();
    expect(third?.outcome).toMatchObject({ settledAt: 0, error: { code: 'DOWNSTREAM_OVERLOADED' } });
    expect(policy.snapshot().inFlight).toBe(2);
    expect(eventsNamed('rejected')).toMatchObject([{ code: 'DOWNSTREAM_OVERLOADED' }]);
    await clock.advanceBy(100);
    expect([first?.outcome.value, second?.outcome.value]).toEqual(['fine', 'fine']);
    expect(policy.snapshot().inFlight).toBe(0);
  });

  it('gives the slot back when an attempt runs out of time, also if the function never ends', async () => {
    const { read, clock, policy } = policyFixture({ attemptMs: 350, retries: 0, bulkhead: { maxInFlight: 1 } });
    read(() => new Promise(() => {}));
    await clock.advanceBy(350);
    expect(policy.snapshot().inFlight).toBe(0);
  });

  it('says nothing of the health of the service', async () => {
    const { read, clock, policy } = policyFixture({
      bulkhead: { maxInFlight: 1 },
      breaker: { consecutiveFailures: 1, minimumCalls: 1 },
    });
    for (let call = 0; call < 50; call += 1) read(answersAfter(clock, 100, 'fine'));
    await clock.advanceBy(100);
    expect(policy.breaker.state).toBe('closed');
    expect(policy.snapshot().breaker.counts).toMatchObject({ calls: 1, failures: 0 });
  });

  it('counts what is in flight along when its size changes', async () => {
    const { read, clock, policy, setLimits } = policyFixture({ bulkhead: { maxInFlight: 4 } });
    const attempt = answersAfter(clock, 100, 'fine');
    const codeOf = async (call: ReturnType<typeof read>) => {
      await clock.settle();
      return call.outcome.error ? 'refused' : 'sent';
    };
    for (let call = 0; call < 4; call += 1) read(attempt);
    setLimits({ bulkhead: { maxInFlight: 2 } });
    expect(await codeOf(read(attempt))).toBe('refused');
    setLimits({ bulkhead: { maxInFlight: 5 } });
    expect(await codeOf(read(attempt))).toBe('sent');
    expect(await codeOf(read(attempt))).toBe('refused');
    expect(policy.snapshot().inFlight).toBe(5);
    await clock.advanceBy(100);
    expect(policy.snapshot().inFlight).toBe(0);
    for (let call = 0; call < 5; call += 1) expect(await codeOf(read(attempt))).toBe('sent');
    expect(await codeOf(read(attempt))).toBe('refused');
  });

  describe.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 16])('when its size changes %i microtasks later', (microtasks) => {
    it('gives the slot of a call that has ended back once', async () => {
      const { read, clock, policy, setLimits } = policyFixture({ bulkhead: { maxInFlight: 1 } });
      for (let change = 2; change <= 4; change += 1) {
        const { promise, resolve } = Promise.withResolvers<string>();
        read(() => promise);
        resolve('fine');
        for (let turn = 0; turn < microtasks; turn += 1) await undefined;
        setLimits({ bulkhead: { maxInFlight: change } });
        read(async () => 'fine');
        await clock.settle();
        expect(policy.snapshot().inFlight).toBe(0);
      }
    });

    it('gives nothing back for a call that was refused', async () => {
      const { read, clock, policy, setLimits } = policyFixture({ bulkhead: { maxInFlight: 1 } });
      read(answersAfter(clock, 100, 'fine'));
      const refused = read(async () => 'not sent');
      for (let turn = 0; turn < microtasks; turn += 1) await undefined;
      setLimits({ bulkhead: { maxInFlight: 2 } });
      read(answersAfter(clock, 100, 'fine'));
      await clock.settle();
      expect(refused.outcome.error).toMatchObject({ code: 'DOWNSTREAM_OVERLOADED' });
      expect(policy.snapshot().inFlight).toBe(2);
      await clock.advanceBy(100);
      expect(policy.snapshot().inFlight).toBe(0);
    });
  });
});
