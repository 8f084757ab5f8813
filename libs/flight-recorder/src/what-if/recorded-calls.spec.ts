import { seededRandom } from '@bff/testing';
import { defaultServiceLimits } from '@bff/resilience';
import { type ToldCall, beginPage, tellCall, tellPage } from '../../test/told-page.ts';
import { LONGEST_WINDOW_MS, RecordedCalls } from './recorded-calls.ts';

function fixture({ capacity, beganAtMs = 0 }: { capacity?: number; beganAtMs?: number } = {}) {
  let limits = { ...defaultServiceLimits, attemptMs: 500 };
  const calls = new RecordedCalls({
    limits: new Map([
      ['payment', () => limits],
      ['order', () => limits],
    ]),
    beganAtMs,
    capacity,
  });
  const listener = {
    attemptEnded: calls.attemptEnded.bind(calls),
    pageEnded: calls.pageEnded.bind(calls),
  };
  const tell = (atMs: number, ...told: ToldCall[]) => tellPage(listener, { atMs, calls: told });
  return { calls, listener, tell, setAttemptMs: (attemptMs: number) => (limits = { ...limits, attemptMs }) };
}

it('has the calls of a service in the order in which they began, and how many pages there were', () => {
  const { calls, tell } = fixture();
  tell(0, { startMs: 5, endMs: 90 }, { service: 'order' });
  tell(10);
  tell(20, { startMs: 1, endMs: 20, outcome: 'DOWNSTREAM_UNAVAILABLE', attempt: 2 });
  tell(1, { startMs: 1, endMs: 9 });
  const window = calls.window('payment', 100);
  expect(window).toMatchObject({ fromMs: 0, toMs: 100, firstPage: 0, pages: 4 });
  expect(window.calls.map(({ startedAtMs, page }) => [startedAtMs, page])).toEqual([
    [2, 3],
    [5, 0],
    [21, 2],
  ]);
  expect(window.calls[2]).toMatchObject({ durationMs: 19, end: 'DOWNSTREAM_UNAVAILABLE', attempt: 2 });
});

it('knows a page however late its calls end', () => {
  const { calls, listener } = fixture();
  const record = beginPage(listener, {});
  tellCall(record, {});
  tellPage(listener, { calls: [{}] });
  record.pageEnded({ outcome: 'degraded', endedAtMs: 100 });
  tellCall(record, { startMs: 50, endMs: 400 });
  const window = calls.window('payment', 1000);
  expect(window.pages).toBe(2);
  expect(window.calls.map(({ page }) => page)).toEqual([0, 1, 0]);
});

it('ignores a service that it was not told of', () => {
  const { calls, tell } = fixture();
  tell(0, { service: 'shipping' });
  expect(calls.window('shipping', 10)).toMatchObject({ calls: [], pages: 1 });
});

it('tells a time-out that the end of the page came before from one of the attempt limit, as it is at the time', () => {
  const { calls, tell, setAttemptMs } = fixture();
  const timeout = (endMs: number) => ({ startMs: 0, endMs, outcome: 'DOWNSTREAM_TIMEOUT' });
  tell(0, timeout(499.5), timeout(400));
  setAttemptMs(300);
  tell(1, timeout(400));
  const ends = calls.window('payment', 1000).calls.map(({ end }) => end);
  expect(ends).toEqual(['DOWNSTREAM_TIMEOUT', 'cut-short', 'DOWNSTREAM_TIMEOUT']);
});

it('begins ten minutes ago, with a whole second, and counts the pages since', () => {
  const { calls, tell } = fixture();
  for (let atMs = 0; atMs < 700_000; atMs += 500) tell(atMs, {});
  const window = calls.window('payment', 700_250);
  expect(window.fromMs).toBe(101_000);
  expect(window.toMs - window.fromMs).toBeLessThanOrEqual(LONGEST_WINDOW_MS);
  expect(window.calls).toHaveLength(1198);
  expect(window.pages).toBe(1198);
});

it('counts the pages since a moment in which there were none', () => {
  const { calls, tell } = fixture();
  for (let atMs = 0; atMs < 5000; atMs += 100) tell(atMs, {});
  tell(700_000, {});
  expect(calls.window('payment', 700_250)).toMatchObject({ fromMs: 101_000, firstPage: 50, pages: 1 });
});

it('is empty when nothing happened, or nothing any more', () => {
  const { calls, tell } = fixture({ beganAtMs: 777 });
  expect(calls.window('payment', 2000)).toEqual({ fromMs: 777, toMs: 2000, calls: [], firstPage: 0, pages: 0 });
  tell(2000, {});
  expect(calls.window('payment', 2_000_000)).toMatchObject({ calls: [], pages: 0 });
});

it('never remembers more than it has room for, and has no gap in what it tells, whatever happens', () => {
  for (let seed = 0; seed < 30; seed += 1) {
    const random = seededRandom(seed);
    const beganAtMs = random() * 5000;
    const { calls, listener } = fixture({ capacity: 100, beganAtMs });
    const told: { startedAtMs: number; endedAtMs: number }[] = [];
    const pages: number[] = [];
    // Each page calls now and then, and is told of when its calls end: in the order of their ends.
    const events: { atMs: number; tell: () => void }[] = [];
    for (let atMs = beganAtMs; atMs < 60_000; atMs += random() * 400) {
      const page = beginPage(listener, { atMs });
      const endMs = 10 + random() * 900;
      if (random() < 0.7) {
        events.push({
          atMs: atMs + endMs,
          tell() {
            tellCall(page, { startMs: 3, endMs });
            told.push({ startedAtMs: atMs + 3, endedAtMs: atMs + endMs });
          },
        });
      }
      events.push({ atMs: atMs + endMs, tell: () => page.pageEnded({ outcome: 'complete', endedAtMs: atMs + endMs }) });
      pages.push(atMs + endMs);
    }
    const nowMs = 20_000 + random() * 35_000;
    events.sort((a, b) => a.atMs - b.atMs);
    for (const { atMs, tell } of events) if (atMs <= nowMs) tell();

    const window = calls.window('payment', nowMs);
    expect(window.calls.length).toBeLessThanOrEqual(100);
    const expected = told.filter(({ startedAtMs }) => startedAtMs >= window.fromMs);
    expect(window.calls).toHaveLength(expected.length);
    expect(window.pages).toBe(pages.filter((endedAt) => endedAt >= window.fromMs && endedAt <= nowMs).length);
    // What it leaves out for the sake of that is little: what began in two seconds.
    expect(window.calls.length).toBeGreaterThan(Math.min(100, told.length) - 15);
  }
});
