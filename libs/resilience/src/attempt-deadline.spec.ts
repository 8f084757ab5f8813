import { ClientGone, DeadlineExceeded, DownstreamError, PageSettled, ShuttingDown } from '@bff/errors';
import { getEventListeners } from 'node:events';
import { answersAfter, failsAfter, failure, policyFixture } from '../test/policy-fixture.ts';
import { Deadline } from './deadline.ts';

const never = () => new Promise<never>(() => {});
const noRetries = { attemptMs: 350, retries: 0 };

describe('an attempt', () => {
  it('is given its number, a signal, and the time it has', async () => {
    const { readNow, page } = policyFixture(noRetries);
    const { value } = await readNow(async ({ number, remainingMs, signal }) => ({ number, remainingMs, signal }));
    expect(value).toEqual({ number: 1, remainingMs: 350, signal: expect.any(AbortSignal) });
    const nearlyOver = await readNow(async ({ remainingMs }) => remainingMs, page(40));
    expect(nearlyOver.value).toBe(40);
  });

  it('ends with DOWNSTREAM_TIMEOUT at its limit, even if it ignores its signal', async () => {
    const { read, clock } = policyFixture(noRetries);
    const { outcome } = read(never);
    await clock.advanceBy(349);
    expect(outcome.error).toBeUndefined();
    await clock.advanceBy(1);
    expect(outcome.error).toMatchObject({ code: 'DOWNSTREAM_TIMEOUT', service: 'order', operation: 'getOrder' });
  });

  it('has its own signal aborted with DeadlineExceeded, and leaves the page alone', async () => {
    const { read, clock, page } = policyFixture(noRetries);
    const deadline = page(740);
    let given: AbortSignal | undefined;
    const { outcome } = read(({ signal }) => {
      given = signal;
      return never();
    }, deadline);
    await clock.advanceBy(350);
    expect(given?.reason).toBeInstanceOf(DeadlineExceeded);
    expect(outcome.error).toMatchObject({ code: 'DOWNSTREAM_TIMEOUT' });
    expect(deadline.signal.aborted).toBe(false);
    expect(getEventListeners(deadline.signal, 'abort')).toHaveLength(0);
    deadline.dispose();
    expect(clock.pendingTimers).toBe(0);
  });

  it('that is in flight when the page deadline passes ends with DOWNSTREAM_TIMEOUT too', async () => {
    const { read, clock, page } = policyFixture(noRetries);
    const { outcome } = read(never, page(200));
    await clock.advanceBy(200);
    expect(outcome).toMatchObject({ settledAt: 200, error: { code: 'DOWNSTREAM_TIMEOUT' } });
  });

  it('is not started when nothing is left of the page: BUDGET_EXHAUSTED', async () => {
    const { readNow, page, clock, eventsNamed } = policyFixture(noRetries);
    const deadline = page(100);
    clock.advance(100);
    const attempt = jest.fn();
    expect((await readNow(attempt, deadline)).error).toMatchObject({ code: 'BUDGET_EXHAUSTED' });
    expect(attempt).not.toHaveBeenCalled();
    expect(eventsNamed('rejected')).toEqual([
      { service: 'order', operation: 'getOrder', code: 'BUDGET_EXHAUSTED', retryAfterMs: undefined },
    ]);
  });

  it('is not started after the time of a deadline that was disposed, and thus never aborted', async () => {
    const { readNow, page, clock } = policyFixture(noRetries);
    const deadline = page(100);
    deadline.dispose();
    clock.advance(100);
    expect(deadline.signal.aborted).toBe(false);
    expect((await readNow(async () => 'not sent', deadline)).error).toMatchObject({ code: 'BUDGET_EXHAUSTED' });
  });

  it.each([new ClientGone(), new PageSettled(), new ShuttingDown()])(
    'rejects with the reason itself when nobody waits any more: $name',
    async (reason) => {
      const { read, clock, page, eventsNamed } = policyFixture({ attemptMs: 350, retries: 3 });
      const deadline = page();
      let given: AbortSignal | undefined;
      const { outcome } = read(({ signal }) => {
        given = signal;
        return never();
      }, deadline);
      await clock.advanceBy(10);
      deadline.abort(reason);
      await clock.settle();
      expect(outcome.error).toBe(reason);
      expect(given?.reason).toBe(reason);
      expect(clock.pendingTimers).toBe(0);
      expect(eventsNamed('attemptEnded')).toEqual([
        { service: 'order', operation: 'getOrder', attempt: 1, durationMs: 10, outcome: 'aborted' },
      ]);
    },
  );

  it('is not started when nobody waits any more', async () => {
    const { readNow, clock } = policyFixture(noRetries);
    const gone = new ClientGone();
    const attempt = jest.fn();
    const deadline = Deadline.after(740, { clock, signal: AbortSignal.abort(gone) });
    expect((await readNow(attempt, deadline)).error).toBe(gone);
    expect(attempt).not.toHaveBeenCalled();
  });

  it('ends with the time-out and not with what the function makes of its aborted signal', async () => {
    const { read, clock } = policyFixture(noRetries);
    const { outcome } = read(
      ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(failure('DOWNSTREAM_UNAVAILABLE')));
        }),
    );
    await clock.advanceBy(350);
    expect(outcome.error).toMatchObject({ code: 'DOWNSTREAM_TIMEOUT' });
  });

  it('turns a DeadlineExceeded thrown by the function into DOWNSTREAM_TIMEOUT', async () => {
    const { readNow } = policyFixture(noRetries);
    const { error } = await readNow(() => Promise.reject(new DeadlineExceeded()));
    expect(error).toMatchObject({ code: 'DOWNSTREAM_TIMEOUT', cause: expect.any(DeadlineExceeded) });
  });

  it('drops late results, with no unhandled rejection', async () => {
    const unhandled = jest.fn();
    process.on('unhandledRejection', unhandled);
    const { read, clock } = policyFixture(noRetries);
    const late = read(failsAfter(clock, 400, new Error('too late')));
    const lateAnswer = read(answersAfter(clock, 400, 'too late'));
    await clock.advanceBy(1_000);
    expect(late.outcome).toMatchObject({ settledAt: 350, error: { code: 'DOWNSTREAM_TIMEOUT' } });
    expect(lateAnswer.outcome).toMatchObject({ settledAt: 350, error: { code: 'DOWNSTREAM_TIMEOUT' } });
    expect(unhandled).not.toHaveBeenCalled();
    process.off('unhandledRejection', unhandled);
  });

  it('leaves neither timer nor listener behind, however it ends', async () => {
    const { readNow, page, clock } = policyFixture(noRetries);
    const deadline = page();
    await readNow(async () => 'fine', deadline);
    const other = page();
    await readNow(() => Promise.reject(failure('NOT_FOUND')), other);
    expect(getEventListeners(deadline.signal, 'abort')).toHaveLength(0);
    expect(getEventListeners(other.signal, 'abort')).toHaveLength(0);
    expect(clock.pendingTimers).toBe(0);
  });

  it('may be one of many on the same page without a listener warning', async () => {
    const warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const { read, clock, page } = policyFixture(noRetries);
    const deadline = page();
    const reads = Array.from({ length: 40 }, () => read(answersAfter(clock, 10, 'fine'), deadline));
    await clock.advanceBy(10);
    expect(reads.every(({ outcome }) => outcome.value === 'fine')).toBe(true);
    expect(warned).not.toHaveBeenCalled();
  });
});

describe('a bug in the attempt function', () => {
  const bug = new TypeError("Cannot read properties of undefined (reading 'sku')");

  it.each([
    [
      'thrown at once',
      () => {
        throw bug;
      },
    ],
    ['rejected with', () => Promise.reject(bug)],
  ])('%s fails the section, not the page, and is reported', async (_how, attempt) => {
    const { readNow, eventsNamed, policy } = policyFixture({ ...noRetries, retries: 3 });
    const { error } = await readNow(attempt);
    expect(error).toBeInstanceOf(DownstreamError);
    expect(error).toMatchObject({ code: 'DOWNSTREAM_BAD_RESPONSE', blame: 'none', cause: bug });
    expect(eventsNamed('unexpectedError')).toEqual([{ service: 'order', operation: 'getOrder', error: bug }]);
    expect(eventsNamed('attemptEnded')).toMatchObject([{ attempt: 1, outcome: 'DOWNSTREAM_BAD_RESPONSE' }]);
    expect(policy.snapshot().breaker.counts.calls).toBe(0);
  });
});

describe('a time-out counts against the service', () => {
  it('when the attempt had at least half of its limit', async () => {
    const { read, clock, page, policy } = policyFixture(noRetries);
    read(never, page(175));
    await clock.advanceBy(175);
    expect(policy.snapshot().breaker.counts).toMatchObject({ calls: 1, failures: 1 });
  });

  it('but not when it had less because the page was nearly over', async () => {
    const { read, clock, page, policy } = policyFixture(noRetries);
    read(never, page(174));
    read(failsAfter(clock, 20, failure('DOWNSTREAM_TIMEOUT')), page(174));
    await clock.advanceBy(174);
    expect(policy.snapshot().breaker.counts.calls).toBe(0);
  });
});
