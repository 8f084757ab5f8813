import { ClientGone, DownstreamError, type SectionCode } from '@bff/errors';
import type { PageListener, PageRecord } from '@bff/observability';
import {
  type Attempt,
  type BreakerChanged,
  Deadline,
  type ServiceLimits,
  type ServicePolicy,
  attemptOutcomeOf,
  createServicePolicy,
} from '@bff/resilience';
import { VirtualClock, seededRandom } from '@bff/testing';
import { beginPage } from './told-page.ts';

export interface LiveHistory {
  readonly clock: VirtualClock;
  /** What the circuit did for real, and when on the monotonic clock (the wall clock's digits do not suffice). */
  readonly changes: readonly (BreakerChanged & { readonly at: number })[];
  readonly attempts: number;
}

const PAGES = 400;
/** A service is ill and well by turns of so many pages. */
const TURN = 60;

const failures: readonly SectionCode[] = [
  'DOWNSTREAM_UNAVAILABLE',
  'DOWNSTREAM_UNAVAILABLE',
  'DOWNSTREAM_BAD_RESPONSE',
  'DOWNSTREAM_RATE_LIMITED',
  'NOT_FOUND',
];

/**
 * Random pages that call one service through all its real policies. The listener is told as the HTTP transport tells it: of
 * attempts that end well, badly, late or not at all, on pages that are over early and of clients that leave.
 */
export async function liveHistory(seed: number, limits: ServiceLimits, listener: PageListener): Promise<LiveHistory> {
  const random = seededRandom(seed);
  const clock = new VirtualClock();
  const changes: (BreakerChanged & { at: number })[] = [];
  const policy = createServicePolicy({
    service: 'payment',
    limits: () => limits,
    clock,
    random,
    observer: { breakerChanged: (change) => void changes.push({ ...change, at: clock.now() }) },
  });
  let illness = 0;
  const answer = (attempt: Attempt) => randomAnswer(attempt, { clock, random, illness });
  const calls: Promise<number>[] = [];
  for (let page = 0; page < PAGES; page += 1) {
    illness = Math.floor(page / TURN) % 2 === 0 ? 0.05 : 0.75;
    const record = beginPage(listener, { atMs: clock.now() });
    const deadline = Deadline.after(50 + random() * 700, { clock });
    for (let call = 0; call < 1 + random() * 2; call += 1)
      calls.push(tellingCall({ policy, record, deadline, clock, answer }));
    if (random() < 0.05) clock.setTimer(random() * 100, () => deadline.abort(new ClientGone()));
    await clock.advanceBy(random() < 0.01 ? 8000 * random() : 150 * random());
  }
  await clock.advanceBy(2000);
  const attempts = await Promise.all(calls);
  return { clock, changes, attempts: attempts.reduce((sum, count) => sum + count, 0) };
}

/** One call, whose ends are told to the record of its page. Resolves with how many attempts it had. */
async function tellingCall(told: {
  readonly policy: ServicePolicy;
  readonly record: PageRecord;
  readonly deadline: Deadline;
  readonly clock: VirtualClock;
  readonly answer: (attempt: Attempt) => Promise<void>;
}): Promise<number> {
  const { policy, record, deadline, clock, answer } = told;
  const calls = record.callsOf('payment');
  const tell = (attempt: number, startedAtMs: number, error?: unknown): void => {
    const outcome = error === undefined ? 'ok' : attemptOutcomeOf(error);
    const times = { startedAtMs, endedAtMs: clock.now() };
    calls.attemptEnded({ service: 'payment', operation: 'get', attempt, outcome, trace: calls.trace, ...times });
  };
  let attempts = 0;
  try {
    await policy.execute({ operation: 'get', deadline, idempotent: true }, async (attempt) => {
      const startedAtMs = clock.now();
      attempts += 1;
      try {
        await answer(attempt);
        tell(attempt.number, startedAtMs);
      } catch (error) {
        tell(attempt.number, startedAtMs, error);
        throw error;
      }
    });
  } catch (error) {
    if (attempts === 0 && error instanceof DownstreamError) tell(0, clock.now(), error);
  }
  return attempts;
}

/** Answers after a random time, or hangs until its signal ends it. */
function randomAnswer(
  { signal }: Attempt,
  { clock, random, illness }: { clock: VirtualClock; random: () => number; illness: number },
): Promise<void> {
  const ill = random() < illness;
  const afterMs = ill && random() < 0.3 ? 10_000 : 5 + random() ** 3 * (ill ? 600 : 420);
  const code = failures[Math.floor(random() * failures.length)] ?? 'DOWNSTREAM_UNAVAILABLE';
  return new Promise((resolve, reject) => {
    const timer = clock.setTimer(afterMs, () => {
      if (ill) reject(new DownstreamError(code, { service: 'payment', operation: 'get' }));
      else resolve();
    });
    signal.addEventListener('abort', () => {
      timer.cancel();
      reject(signal.reason);
    });
  });
}
