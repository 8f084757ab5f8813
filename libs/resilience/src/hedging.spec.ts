/** What hedging learns of a service, and what that does to it over time. */
import type { VirtualClock } from '@bff/testing';
import { hedgingFixture, USUAL_MS } from '../test/hedging-fixture.ts';
import { answersAfter, failsAfter, failure, policyFixture } from '../test/policy-fixture.ts';

const never = () => new Promise<never>(() => {});

type Fixture = ReturnType<typeof policyFixture>;
const delayOf = ({ policy }: Pick<Fixture, 'policy'>): number | undefined =>
  policy.snapshot().hedging?.delayMs['getOrder'];

/** Calls one after the other, ten a second. */
async function run(fixture: Fixture, calls: number, attempt: (clock: VirtualClock) => () => Promise<unknown>) {
  const { clock, read } = fixture;
  const attempts = { made: 0 };
  for (let call = 0; call < calls; call += 1) {
    const { done } = read(() => {
      attempts.made += 1;
      return attempt(clock)();
    });
    await clock.advanceBy(600);
    await done;
  }
  return attempts;
}

describe('the delay of a hedge', () => {
  it('is shown by operation, with the hedges that are left', async () => {
    const fixture = await hedgingFixture();
    const { policy, page } = fixture;
    await policy.execute({ operation: 'listOrders', deadline: page(), idempotent: true }, async () => 'fine');
    const { left, delayMs } = policy.snapshot().hedging ?? {};
    expect(left).toBe(5);
    expect(delayMs).toEqual({ getOrder: expect.closeTo(USUAL_MS, 0), listOrders: undefined });
  });

  it('follows the answers, NOT_FOUND among them, and no failure of the service', async () => {
    const fixture = policyFixture({ retries: 0, hedge: { enabled: true, minimumCalls: 10, ratio: 0 } });
    await run(fixture, 10, (clock) => failsAfter(clock, 80, failure('NOT_FOUND')));
    expect(delayOf(fixture)).toBeCloseTo(80, 0);
    const failing = policyFixture({
      retries: 0,
      hedge: { enabled: true, minimumCalls: 10, ratio: 0 },
      breaker: { consecutiveFailures: 1_000, minimumCalls: 1_000 },
    });
    await run(failing, 30, (clock) => failsAfter(clock, 2, failure('DOWNSTREAM_UNAVAILABLE')));
    expect(delayOf(failing)).toBeUndefined();
  });

  it('counts an attempt that ran out of time as one that took that long, unless the page ran out', async () => {
    const limits = {
      attemptMs: 100,
      retries: 0,
      hedge: { enabled: true, minimumCalls: 3, ratio: 0, minPerSecond: 0 },
      breaker: { consecutiveFailures: 1_000, minimumCalls: 1_000 },
    };
    const fixture = policyFixture(limits);
    await run(fixture, 3, () => never);
    expect(delayOf(fixture)).toBeCloseTo(100, -1);
    const short = policyFixture(limits);
    for (let call = 0; call < 5; call += 1) {
      short.read(never, short.page(49));
      await short.clock.advanceBy(49);
    }
    expect(delayOf(short)).toBeUndefined();
  });

  it('is learnt from first attempts alone', async () => {
    const fixture = policyFixture({
      retries: 1,
      backoff: { minMs: 0, maxMs: 0 },
      hedge: { enabled: true, minimumCalls: 1, ratio: 0 },
      breaker: { consecutiveFailures: 1_000, minimumCalls: 1_000 },
    });
    let attempts = 0;
    await run(fixture, 5, (clock) => {
      attempts += 1;
      return attempts % 2 === 1
        ? failsAfter(clock, 1, failure('DOWNSTREAM_UNAVAILABLE'))
        : answersAfter(clock, 50, 'retried');
    });
    expect(attempts).toBe(10);
    expect(delayOf(fixture)).toBeUndefined();
  });

  it('does not fall because late attempts are outrun by their hedges', async () => {
    const fixture = policyFixture({ retries: 0, hedge: { enabled: true, minimumCalls: 50, ratio: 1 } });
    let drawn = 0;
    // A long tail (Pareto), evenly drawn: at least 10 ms, one in twenty above 45, one in a hundred above 100.
    const service = (clock: VirtualClock) => {
      drawn += 1;
      return answersAfter(clock, 10 / Math.sqrt((((drawn * 37) % 100) + 0.5) / 100), 'fine');
    };
    const { made } = await run(fixture, 600, service);
    // Were they left out: 26.4 ms and 1.15.
    expect(delayOf(fixture)).toBeGreaterThan(33);
    expect(made / 600).toBeLessThan(1.1);
  });
});

describe('a service that is slow one time in twenty', () => {
  it('has its slow calls hedged as soon as the others would have answered, though chance makes them a few more', async () => {
    const fixture = policyFixture({ retries: 0, hedge: { enabled: true, minimumCalls: 80 } });
    let call = 0;
    // Five of 85, and regularly: the 95th percentile alone would be 300 ms.
    const service = (clock: VirtualClock) => {
      call += 1;
      return answersAfter(clock, call % 17 === 1 ? 300 : USUAL_MS, 'fine');
    };
    await run(fixture, 85, service);
    expect(delayOf(fixture)).toBeCloseTo(USUAL_MS, 0);
  });
});

describe('a service that has become slow as a whole', () => {
  it('gets a tenth more calls at most, until the delay has followed', async () => {
    const fixture = await hedgingFixture({ bulkhead: { maxInFlight: 10_000 }, breaker: { slowCallMs: 500 } });
    const { read, clock, eventsNamed } = fixture;
    await fixture.warmUp(300);
    const reads = [];
    for (let call = 0; call < 300; call += 1) {
      reads.push(read(answersAfter(clock, 300, 'slow')));
      await clock.advanceBy(10);
    }
    await clock.advanceBy(300);
    await Promise.all(reads.map(({ done }) => done));
    const hedged = eventsNamed('hedged').length;
    expect(hedged).toBeGreaterThan(20);
    expect(hedged).toBeLessThanOrEqual(65);
    expect(delayOf(fixture)).toBeGreaterThanOrEqual(300);
  });
});

describe('hedging that is switched while the process runs', () => {
  it('begins to learn when it is on, and goes on with what is still true when it is on again', async () => {
    const fixture = policyFixture({ retries: 0 });
    const on = { retries: 0, hedge: { enabled: true, minimumCalls: 10 } };
    await run(fixture, 10, (clock) => answersAfter(clock, 30, 'fine'));
    fixture.setLimits(on);
    expect(fixture.policy.snapshot().hedging).toBeUndefined();
    await run(fixture, 10, (clock) => answersAfter(clock, 40, 'fine'));
    expect(delayOf(fixture)).toBeCloseTo(40, 0);
    fixture.setLimits({ retries: 0 });
    expect(fixture.policy.snapshot().hedging).toBeUndefined();
    fixture.setLimits(on);
    expect(delayOf(fixture)).toBeCloseTo(40, 0);
    fixture.clock.advance(60_000);
    expect(delayOf(fixture)).toBeUndefined();
  });

  it('takes its thresholds at the next call', async () => {
    const fixture = await hedgingFixture();
    fixture.setLimits(fixture.on({ minDelayMs: 70 }));
    expect(delayOf(fixture)).toBe(70);
    fixture.setLimits(fixture.on({ minimumCalls: 51 }));
    expect(delayOf(fixture)).toBeUndefined();
    fixture.setLimits(fixture.on({ ratio: 0.5 }));
    expect(fixture.policy.snapshot().hedging?.left).toBe(25);
  });
});
