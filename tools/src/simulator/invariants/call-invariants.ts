import { DeadlineExceeded, DownstreamError, isAbortReason } from '@bff/errors';
import type { Invariant } from '../invariant.ts';
import type { AttemptRecord, CallRecord } from '../records.ts';

const nameOf = ({ call }: AttemptRecord): string => `attempt of call ${call.id} to ${call.service}`;

/** No call is sent once its deadline has passed or its page is over, and none is loaded for a page that is over. */
export const noCallAfterDeadline: Invariant = {
  name: 'no-call-after-deadline',
  watch(view, fail) {
    return {
      attemptStarted(attempt) {
        const { call } = attempt;
        const { deadline } = call;
        if (view.now >= deadline.at) fail(`${nameOf(attempt)} starts before its deadline, ${deadline.at} ms`);
        if (deadline.signal.aborted) fail(`${nameOf(attempt)} does not start after ${String(deadline.signal.reason)}`);
        if (attempt.signal.aborted) fail(`${nameOf(attempt)} does not start with a signal that has aborted`);
        const { page } = call;
        if (page && deadline === page.deadline && page.endedAt !== undefined)
          fail(`${nameOf(attempt)} does not start after page ${page.id} was answered`);
      },
      loadBegan({ page }) {
        if (view.now >= page.deadline.at)
          fail(`page ${page.id} loads nothing after its deadline, ${page.deadline.at} ms`);
        if (page.left) fail(`page ${page.id} loads nothing after its client left, at ${page.left.at} ms`);
      },
    };
  },
};

/** An attempt gets its limit or what is left of the page, and is ended by then; a call by its deadline. */
export const attemptInTime: Invariant = {
  name: 'attempt-in-time',
  watch(view, fail) {
    const open = new Set<CallRecord>();
    const running = new Set<AttemptRecord>();
    return {
      callStarted: (call) => void open.add(call),
      attemptStarted(attempt) {
        running.add(attempt);
        const most = Math.min(view.limits(attempt.call.service).attemptMs, attempt.call.deadline.at - view.now);
        if (attempt.remainingMs !== most) fail(`${nameOf(attempt)} is given ${most} ms; it was ${attempt.remainingMs}`);
      },
      attemptEnded(attempt) {
        running.delete(attempt);
        // A timer that is late waits for one turn more, which may be late too.
        const latest = attempt.startedAt + attempt.remainingMs + 2 * view.latenessMs;
        if (view.now > latest) fail(`${nameOf(attempt)} is ended by ${latest} ms`);
      },
      callEnded(call) {
        open.delete(call);
        const latest = Math.max(call.startedAt, call.deadline.at + 2 * view.latenessMs);
        if (view.now > latest) fail(`call ${call.id} to ${call.service} ends by ${latest} ms`);
        const { page } = call;
        const over = page && call.deadline === page.deadline ? page.endedAt : undefined;
        if (over !== undefined && view.now > Math.max(over, call.startedAt))
          fail(`call ${call.id} to ${call.service} ends with its page, at ${over} ms`);
        const left = call.attempts.find(({ end }) => !end);
        if (left) fail(`call ${call.id} to ${call.service} ends after its attempt ${left.number}, which still runs`);
      },
      quiet() {
        for (const attempt of running) fail(`${nameOf(attempt)} ends`);
        for (const { id } of open) fail(`call ${id} ends`);
      },
    };
  },
};

/** A call rejects with a `DownstreamError` of its service, or with the reason why nobody waits for it. */
export const callRejectsTyped: Invariant = {
  name: 'call-rejects-typed',
  watch(_view, fail) {
    return {
      callEnded({ id, service, error, deadline }) {
        if (error === undefined) return;
        if (error instanceof DownstreamError) {
          if (error.service !== service) fail(`call ${id} to ${service} fails in its name; it is ${error.service}`);
        } else if (!isAbortReason(error) || error instanceof DeadlineExceeded) {
          fail(`call ${id} rejects with a DownstreamError or an abort reason; it is ${String(error)}`);
        } else if (!deadline.signal.aborted) {
          fail(`call ${id} is aborted only when nobody waits for it; it is ${error.name}`);
        }
      },
      // A bug in a client is simulated, and so is the socket that is closed. Everything else would be one of ours.
      unexpectedError({ error }) {
        const known = error instanceof TypeError && error.message === 'a bug in a client';
        if (!known) fail(`nothing unexpected is thrown; it is ${String(error)}`);
      },
    };
  },
};
