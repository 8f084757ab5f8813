import { type ServiceLimits, defaultServiceLimits } from '@bff/resilience';
import { type ToldCall, EPOCH, tellPage } from '../../test/told-page.ts';
import { MOST_OPENINGS, play } from './play.ts';
import { RecordedCalls } from './recorded-calls.ts';

type BreakerLimits = Partial<ServiceLimits['breaker']>;

const limitsWith = (breaker: BreakerLimits = {}, attemptMs = 500): ServiceLimits => ({
  ...defaultServiceLimits,
  attemptMs,
  breaker: { ...defaultServiceLimits.breaker, minimumCalls: 10, consecutiveFailures: 1000, ...breaker },
});

/** Pages of one call each, one every 100 ms. */
function fixture() {
  const recordedUnder = limitsWith();
  const calls = new RecordedCalls({ limits: new Map([['payment', () => recordedUnder]]), beganAtMs: 0 });
  const listener = { attemptEnded: calls.attemptEnded.bind(calls), pageEnded: calls.pageEnded.bind(calls) };
  let atMs = 0;
  const page = (...told: ToldCall[]): void => {
    tellPage(listener, { atMs, calls: told.map((call) => ({ startMs: 0, endMs: 20, ...call })) });
    atMs += 100;
  };
  const pages = (count: number, call: ToldCall): void => {
    for (let one = 0; one < count; one += 1) page(call);
  };
  return { page, pages, play: (limits = limitsWith()) => play(calls.window('payment', atMs), limits, EPOCH) };
}

const failed = { outcome: 'DOWNSTREAM_UNAVAILABLE' };
const refused = { outcome: 'DOWNSTREAM_CIRCUIT_OPEN', attempt: 0, endMs: 0 };
const nothing = { openings: [], refusedCalls: 0, degradedPages: 0 };

it('opens when the circuit would have, and refuses what came then', async () => {
  const { pages, play: played } = fixture();
  pages(10, {});
  pages(10, failed);
  pages(5, {});
  // The twentieth call makes it ten of twenty. It ends at 1920 ms.
  expect(await played()).toEqual({
    openings: [{ at: EPOCH + 1920, reason: 'failure-ratio', openForMs: 5000 }],
    refusedCalls: 5,
    degradedPages: 15,
  });
});

it('opens earlier under a stricter threshold, and not at all under a laxer one', async () => {
  const { pages, play: played } = fixture();
  pages(15, {});
  pages(10, failed);
  expect((await played(limitsWith({ failureRatio: 0.25 }))).openings).toMatchObject([{ at: EPOCH + 1920 }]);
  expect(await played(limitsWith({ failureRatio: 0.41 }))).toEqual({ ...nothing, degradedPages: 10 });
});

it('closes again by the recorded calls, and doubles the open time when they fail', async () => {
  const { pages, play: played } = fixture();
  pages(70, failed);
  pages(200, {});
  const { openings, refusedCalls } = await played(limitsWith({ openMs: 5000 }));
  expect(openings).toEqual([
    { at: EPOCH + 920, reason: 'failure-ratio', openForMs: 5000 },
    { at: EPOCH + 6020, reason: 'probe-failed', openForMs: 10_000 },
  ]);
  // From 1000 and 6100 on; the first probe of each time is the call at 6000 and 16100.
  expect(refusedCalls).toBe(50 + 100);
});

it('takes what lasted longer than a proposed limit for a time-out at that moment', async () => {
  const { pages, play: played } = fixture();
  pages(10, { endMs: 320 });
  expect(await played()).toEqual(nothing);
  expect(await played(limitsWith({}, 300))).toEqual({
    openings: [{ at: EPOCH + 1200, reason: 'failure-ratio', openForMs: 5000 }],
    refusedCalls: 0,
    degradedPages: 10,
  });
});

it('opens for slow calls, among which are those that were outrun when they were late by then', async () => {
  const { pages, play: played } = fixture();
  pages(10, { outcome: 'outrun', endMs: 420 });
  expect((await played()).openings).toMatchObject([{ reason: 'slow-ratio' }]);
  expect(await played(limitsWith({ slowCallMs: 430 }))).toEqual(nothing);
});

it.each(['aborted', 'outrun', 'NOT_FOUND', 'FORBIDDEN'])(
  'learns nothing bad of the service from %s',
  async (outcome) => {
    const { pages, play: played } = fixture();
    pages(50, { outcome });
    expect(await played()).toEqual(nothing);
  },
);

it.each([
  ['DOWNSTREAM_RATE_LIMITED', 1],
  ['DOWNSTREAM_RATE_LIMITED', 0],
  ['DOWNSTREAM_OVERLOADED', 0],
  ['BUDGET_EXHAUSTED', 0],
])('holds %s of attempt %d against the page, not against the service', async (outcome, attempt) => {
  const { pages, play: played } = fixture();
  pages(50, { outcome, attempt });
  expect(await played()).toEqual({ ...nothing, degradedPages: 50 });
});

it('does not ask the breaker for calls that another policy had refused before it', async () => {
  const { pages, play: played } = fixture();
  pages(10, failed);
  pages(5, { outcome: 'DOWNSTREAM_RATE_LIMITED', attempt: 0 });
  pages(5, { outcome: 'DOWNSTREAM_OVERLOADED', attempt: 0 });
  expect(await played()).toMatchObject({ refusedCalls: 5, degradedPages: 20 });
});

it('holds a time-out against the service only if the call was given half of its limit', async () => {
  const { pages, play: played } = fixture();
  pages(20, { outcome: 'DOWNSTREAM_TIMEOUT', endMs: 200 });
  expect(await played()).toEqual({ ...nothing, degradedPages: 20 });
  // Under a limit of 300 ms those 200 ms would have been a fair share.
  expect((await played(limitsWith({}, 300))).openings).toHaveLength(1);
  // One of the limit itself says the same whatever the limit becomes.
  const { pages: others, play: othersPlayed } = fixture();
  others(20, { outcome: 'DOWNSTREAM_TIMEOUT', endMs: 500 });
  expect((await othersPlayed(limitsWith({}, 2000))).openings).toHaveLength(1);
});

it('knows nothing of calls that the real circuit refused, if its own lets them through', async () => {
  const { pages, play: played } = fixture();
  pages(50, refused);
  expect(await played()).toEqual(nothing);
});

it('counts them as refused when its own is open too', async () => {
  const { pages, play: played } = fixture();
  pages(10, failed);
  pages(30, refused);
  expect(await played()).toMatchObject({ refusedCalls: 30, degradedPages: 40 });
});

it('takes a page for whole whose second attempt was answered, unless that is refused', async () => {
  const { page, play: played } = fixture();
  page({ ...failed, endMs: 10 }, { attempt: 2, startMs: 20, endMs: 30 });
  page({ ...failed, endMs: 10 }, { ...failed, attempt: 2, startMs: 20, endMs: 30 });
  page({ outcome: 'outrun', endMs: 30 }, { attempt: 2, startMs: 20, endMs: 30 });
  expect(await played()).toEqual({ ...nothing, degradedPages: 1 });
  expect(await played(limitsWith({ consecutiveFailures: 1 }))).toMatchObject({ refusedCalls: 5, degradedPages: 3 });
});

it('ends a call before it begins one of the same moment, also one that takes no time', async () => {
  const { page, play: played } = fixture();
  page({ ...failed, endMs: 100 });
  page({ startMs: 0, endMs: 0 });
  page({ startMs: 0, endMs: 0 });
  expect(await played(limitsWith({ consecutiveFailures: 1 }))).toMatchObject({ refusedCalls: 2 });
});

it('learns from a call that took no time', async () => {
  const { pages, play: played } = fixture();
  pages(10, { ...failed, endMs: 0 });
  expect((await played()).openings).toMatchObject([{ at: EPOCH + 900 }]);
});

it('ends calls of the same moment in the order in which they were told', async () => {
  const { page, pages, play: played } = fixture();
  pages(7, { endMs: 420 });
  pages(2, {});
  // The quick answer makes it seven slow ones of ten. The attempt that it outran, which is slow, would have made it eight.
  page({ attempt: 2, startMs: 410, endMs: 430 }, { outcome: 'outrun', endMs: 430 });
  expect(await played()).toEqual(nothing);
});

it('shows the last hundred openings', async () => {
  const { pages, play: played } = fixture();
  pages(1000, failed);
  const { openings } = await played(limitsWith({ consecutiveFailures: 1, openMs: 1, maxOpenMs: 1 }));
  expect(openings).toHaveLength(MOST_OPENINGS);
  expect(openings.at(-1)?.at).toBe(EPOCH + 99_920);
});
