/** What comes of a call with two attempts under way. */
import { ClientGone } from '@bff/errors';
import { getEventListeners } from 'node:events';
import { hedgingFixture, legs, USUAL_MS } from '../test/hedging-fixture.ts';
import { answersAfter, failsAfter, failure } from '../test/policy-fixture.ts';
import { Outrun } from './outrun.ts';

const never = () => new Promise<never>(() => {});

/** A moment after the hedge went out; both legs are under way then. */
const HEDGED_MS = USUAL_MS + 1;

describe('the first usable answer wins', () => {
  it('also when it is that of the first attempt; the second one is aborted', async () => {
    const { read, clock, eventsNamed } = await hedgingFixture();
    const { attempt, reasons } = legs(answersAfter(clock, 30, 'first'), never);
    const { outcome } = read(attempt);
    await clock.advanceBy(30);
    expect(outcome).toMatchObject({ value: 'first', settledAt: USUAL_MS + 30 });
    expect(reasons()).toEqual([undefined, expect.any(Outrun)]);
    expect(eventsNamed('hedgeWon')).toEqual([]);
    expect(eventsNamed('unexpectedError')).toEqual([]);
  });

  it('and the first attempt is aborted, its slot free when the caller has the answer, even if it does not listen', async () => {
    const { read, clock, policy } = await hedgingFixture();
    const { attempt, reasons } = legs(answersAfter(clock, 450, 'too late'), answersAfter(clock, 10, 'second'));
    const { outcome, done } = read(attempt);
    const inFlight = done.then(() => policy.snapshot().inFlight);
    await clock.advanceBy(40);
    expect(outcome.value).toBe('second');
    expect(reasons()).toEqual([expect.any(Outrun), undefined]);
    expect(await inFlight).toBe(0);
    await clock.advanceBy(1_000);
    expect(outcome.value).toBe('second');
  });

  it.each([
    ['NOT_FOUND', failure('NOT_FOUND')],
    ['FORBIDDEN', failure('FORBIDDEN')],
    ['a complaint about the request', failure('DOWNSTREAM_BAD_RESPONSE', { blame: 'request' })],
  ])('%s is one', async (_name, answer) => {
    const { read, clock, eventsNamed } = await hedgingFixture();
    const { attempt, reasons } = legs(never, failsAfter(clock, 10, answer));
    const { outcome } = read(attempt);
    await clock.advanceBy(40);
    expect(outcome.error).toBe(answer);
    expect(reasons()[0]).toBeInstanceOf(Outrun);
    expect(eventsNamed('hedgeWon')).toHaveLength(1);
  });
});

describe('a failure of one attempt waits for the other', () => {
  const broken = failure('DOWNSTREAM_UNAVAILABLE');

  it.each([
    ['second', 'first'],
    ['first', 'second'],
  ])('when the %s one fails, the %s one’s answer counts', async (failing, answering) => {
    const { read, clock, eventsNamed } = await hedgingFixture();
    const fails = failsAfter(clock, failing === 'first' ? HEDGED_MS + 5 : 5, broken);
    const answers = answersAfter(clock, 100, answering);
    const { attempt, reasons } = legs<string>(...(failing === 'first' ? [fails, answers] : [answers, fails]));
    const { outcome } = read(attempt);
    await clock.advanceBy(HEDGED_MS + 10);
    expect(outcome).toEqual({});
    await clock.advanceBy(100);
    expect(outcome.value).toBe(answering);
    // Neither is aborted: both ended by themselves.
    expect(reasons()).toEqual([undefined, undefined]);
    expect(eventsNamed('hedgeWon')).toHaveLength(answering === 'second' ? 1 : 0);
  });

  it('each has its own time: the second one may answer when that of the first is over', async () => {
    const { read, clock } = await hedgingFixture({ attemptMs: 100 });
    const { attempt, given } = legs(never, answersAfter(clock, 99, 'second'));
    const { outcome } = read(attempt);
    await clock.advanceBy(100);
    expect(given[0]?.signal.aborted).toBe(true);
    expect(outcome).toEqual({});
    await clock.advanceBy(HEDGED_MS);
    expect(outcome.value).toBe('second');
  });

  it('and the second one’s ends too', async () => {
    const { read, clock } = await hedgingFixture({ attemptMs: 100 });
    const { outcome } = read(legs(never, never).attempt);
    await clock.advanceBy(100 + HEDGED_MS);
    expect(outcome).toMatchObject({ error: { code: 'DOWNSTREAM_TIMEOUT' } });
  });
});

describe('when both attempts fail', () => {
  const ofFirst = failure('DOWNSTREAM_UNAVAILABLE', { detail: 'first' });
  const ofSecond = failure('DOWNSTREAM_BAD_RESPONSE', { detail: 'second' });

  it.each([
    ['first', 5],
    ['last', 60],
  ])('the first one’s failure stands, as if there had been no hedge; it came %s', async (_when, afterHedgeMs) => {
    const { read, clock } = await hedgingFixture();
    const { attempt } = legs(failsAfter(clock, HEDGED_MS + afterHedgeMs, ofFirst), failsAfter(clock, 30, ofSecond));
    const { outcome } = read(attempt);
    await clock.advanceBy(200);
    expect(outcome.error).toBe(ofFirst);
  });

  it('the second one’s does when it says when to come back, which the retry must heed', async () => {
    const { read, clock } = await hedgingFixture();
    const later = failure('DOWNSTREAM_UNAVAILABLE', { retryAfterMs: 2_000 });
    const { outcome } = read(legs(failsAfter(clock, 60, ofFirst), failsAfter(clock, 30, later)).attempt);
    await clock.advanceBy(200);
    expect(outcome.error).toBe(later);
  });

  it('but not a 429: the gate is closed by it in any case', async () => {
    const { read, clock, policy } = await hedgingFixture();
    const limited = failure('DOWNSTREAM_RATE_LIMITED', { retryAfterMs: 2_000 });
    const { outcome } = read(legs(failsAfter(clock, 60, ofFirst), failsAfter(clock, 10, limited)).attempt);
    await clock.advanceBy(60);
    expect(outcome.error).toBe(ofFirst);
    expect(policy.snapshot().rateLimitedForMs).toBeGreaterThan(0);
  });

  it('the call is retried once, without a hedge: three attempts', async () => {
    const { read, clock, setLimits, on, eventsNamed } = await hedgingFixture();
    setLimits({ ...on(), retries: 1, backoff: { minMs: 0, maxMs: 0 } });
    const { attempt, given } = legs<string>(
      failsAfter(clock, 60, ofFirst),
      failsAfter(clock, 30, ofSecond),
      answersAfter(clock, 100, 'third'),
    );
    const { outcome } = read(attempt);
    await clock.advanceBy(200);
    expect(outcome.value).toBe('third');
    expect(given.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(eventsNamed('hedged')).toHaveLength(1);
  });

  it('both count against the service', async () => {
    const { read, clock, policy } = await hedgingFixture();
    read(legs(failsAfter(clock, 60, ofFirst), failsAfter(clock, 30, ofSecond)).attempt);
    await clock.advanceBy(200);
    expect(policy.snapshot().breaker.counts).toMatchObject({ calls: 52, failures: 2, consecutiveFailures: 2 });
  });

  it('a bug in one of them is reported, and the other’s answer counts', async () => {
    const { read, clock, eventsNamed } = await hedgingFixture();
    const bug = new TypeError('not ours');
    const { outcome } = read(legs<string>(answersAfter(clock, 60, 'first'), () => Promise.reject(bug)).attempt);
    await clock.advanceBy(60);
    expect(outcome.value).toBe('first');
    expect(eventsNamed('unexpectedError')).toMatchObject([{ error: bug }]);
  });
});

describe('the circuit breaker', () => {
  it('learns nothing from the attempt that was outrun', async () => {
    const { read, clock, policy } = await hedgingFixture();
    read(legs(never, answersAfter(clock, 10, 'second')).attempt);
    await clock.advanceBy(40);
    expect(policy.snapshot().breaker.counts).toEqual({ calls: 51, failures: 0, slow: 0, consecutiveFailures: 0 });
  });

  it('but that it was slow, if it was by then: hedging must not hide a slow service', async () => {
    const { read, clock, policy } = await hedgingFixture();
    read(legs(never, answersAfter(clock, 400, 'second')).attempt);
    await clock.advanceBy(HEDGED_MS + 400);
    expect(policy.snapshot().breaker.counts).toEqual({ calls: 52, failures: 0, slow: 1, consecutiveFailures: 0 });
  });

  it('opens for a service that has become slow as a whole', async () => {
    const { read, clock, policy } = await hedgingFixture({ hedge: { ratio: 1 } });
    policy.breaker.reset();
    for (let call = 0; call < 30; call += 1) read(answersAfter(clock, 450, 'slow'));
    await clock.advanceBy(500);
    expect(policy.breaker.state).toBe('open');
  });
});

describe('when the client leaves', () => {
  it('both attempts end with its reason, no breaker moves, and nothing is left', async () => {
    const { read, clock, policy, page } = await hedgingFixture();
    const timers = clock.pendingTimers;
    const { counts } = policy.snapshot().breaker;
    const deadline = page();
    const { attempt, reasons } = legs(never, never);
    const { outcome } = read(attempt, deadline);
    await clock.advanceBy(HEDGED_MS);
    const gone = new ClientGone();
    deadline.abort(gone);
    await clock.settle();
    expect(outcome.error).toBe(gone);
    expect(reasons()).toEqual([gone, gone]);
    expect(policy.snapshot()).toMatchObject({ inFlight: 0, breaker: { state: 'closed', counts } });
    expect(getEventListeners(deadline.signal, 'abort')).toHaveLength(0);
    expect(clock.pendingTimers).toBe(timers);
  });

  it('before the hedge was due, there is none', async () => {
    const { read, clock, page, eventsNamed } = await hedgingFixture();
    const deadline = page();
    const { attempt, given } = legs(never);
    read(attempt, deadline);
    await clock.advanceBy(10);
    deadline.abort(new ClientGone());
    await clock.advanceBy(100);
    expect(given).toHaveLength(1);
    expect(eventsNamed('hedgeRefused')).toEqual([]);
  });

  it('in the very turn in which it was due, there is none either, and no word of it', async () => {
    const { read, clock, page, eventsNamed } = await hedgingFixture();
    const deadline = page();
    const { attempt, given } = legs(never);
    read(attempt, deadline);
    await clock.settle();
    clock.advance(HEDGED_MS);
    deadline.abort(new ClientGone());
    await clock.settle();
    expect(given).toHaveLength(1);
    expect(eventsNamed('hedgeRefused')).toEqual([]);
  });
});

describe('a hedged call leaves neither timer nor listener behind', () => {
  const bad = failure('DOWNSTREAM_BAD_RESPONSE');
  it.each<[string, (clock: Parameters<typeof answersAfter>[0]) => (() => Promise<string>)[]]>([
    ['the first wins', (clock) => [answersAfter(clock, 30, 'first'), never]],
    ['the second wins', (clock) => [never, answersAfter(clock, 10, 'second')]],
    ['the first fails, the second answers', (clock) => [failsAfter(clock, 25, bad), answersAfter(clock, 30, 'second')]],
    ['both fail', (clock) => [failsAfter(clock, 30, bad), failsAfter(clock, 5, bad)]],
    ['both run out of time', () => [never, never]],
  ])('when %s', async (_how, plays) => {
    const { read, clock, policy, page } = await hedgingFixture();
    const deadline = page();
    await clock.advanceBy(20_000);
    expect(clock.pendingTimers).toBe(0);
    const another = page();
    const { attempt, given } = legs(...plays(clock));
    const { done } = read(attempt, another);
    await clock.advanceBy(600);
    await done;
    deadline.dispose();
    another.dispose();
    expect(given).toHaveLength(2);
    expect(clock.pendingTimers).toBe(0);
    expect(getEventListeners(another.signal, 'abort')).toHaveLength(0);
    for (const { signal } of given) expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    expect(policy.snapshot().inFlight).toBe(0);
  });
});
