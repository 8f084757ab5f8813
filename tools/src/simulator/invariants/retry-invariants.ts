import type { Invariant } from '../invariant.ts';
import { type ServiceName, perService } from '../records.ts';
import { verdictOf } from './verdict-of.ts';

const retried: ReadonlySet<string> = new Set(['DOWNSTREAM_TIMEOUT', 'DOWNSTREAM_UNAVAILABLE']);

/** Only what may pass by itself is repeated, only where that does no harm, and as often as it may be at most. */
export const retriesAllowed: Invariant = {
  name: 'retries-allowed',
  watch(view, fail) {
    const announced = perService(() => 0);
    const repeated = perService(() => 0);
    const most = perService(() => 0);
    return {
      callStarted: ({ service }) => void (most[service] = Math.max(most[service], view.limits(service).retries)),
      limitsChanged: ({ service }) => void (most[service] = Math.max(most[service], view.limits(service).retries)),
      retried({ service, code, attempt }) {
        const name = service as ServiceName;
        announced[name] += 1;
        if (!retried.has(code)) fail(`${service} is not asked again after ${code}`);
        if (attempt > view.limits(name).retries)
          fail(`${service} gets ${view.limits(name).retries} retries; this is number ${attempt}`);
      },
      hedged: ({ service }) => void (announced[service as ServiceName] += 1),
      attemptStarted({ call, number }) {
        const { service } = call;
        if (call.attempts.length !== number) fail(`attempts of call ${call.id} are counted; ${number} is wrong`);
        if (number === 1) return;
        repeated[service] += 1;
        // One hedge beside the first attempt.
        const allowed = 2 + Math.min(most[service], call.retries ?? most[service]);
        if (!call.idempotent) fail(`call ${call.id} to ${service}, which must not be repeated, is sent once`);
        if (number > allowed) fail(`call ${call.id} has ${allowed} attempts at most; this is number ${number}`);
        if (repeated[service] > announced[service]) fail(`every repetition to ${service} was announced`);
      },
    };
  },
};

/**
 * At each retry: those of the last 10 s, this one included, are no more than `ratio` of the calls of the last 10 s, or
 * `minPerSecond` × 10 s if that is more, by the limits of that moment, whatever was changed before. The budget may forget
 * calls up to a tenth of its window early, which allows less; it remembers every retry.
 */
export const retryBudgetKept: Invariant = {
  name: 'retry-budget-kept',
  watch: (view, fail) => budgetOf(view, fail, 'retry'),
};

/** The same for hedges, which never go out unless the circuit is closed. */
export const hedgeBudgetKept: Invariant = {
  name: 'hedge-budget-kept',
  watch: (view, fail) => budgetOf(view, fail, 'hedge'),
};

/** Of the two attempts of a hedged call the slower is ended when the other was answered. */
export const loserIsOutrun: Invariant = {
  name: 'loser-is-outrun',
  watch(view, fail) {
    return {
      attemptEnded(attempt) {
        const { call } = attempt;
        const winner = call.attempts.find(
          (other) => other !== attempt && other.end?.by === 'reply' && verdictOf(other, Infinity) === 'success',
        );
        if (winner && attempt.startedAt < Number(winner.endedAt) && view.now > Number(winner.endedAt))
          fail(
            `attempt ${attempt.number} of call ${call.id} is ended at ${winner.endedAt} ms, when the other was answered`,
          );
      },
    };
  },
};

const WINDOW_MS = 10_000;

const budgetOf: (...args: [...Parameters<Invariant['watch']>, 'retry' | 'hedge']) => ReturnType<Invariant['watch']> = (
  view,
  fail,
  kind,
) => {
  const taken = perService((): number[] => []);
  const calls = perService((): number[] => []);
  const take = (service: ServiceName): void => {
    taken[service].push(view.now);
    const { ratio, minPerSecond } = kind === 'retry' ? view.limits(service).retryBudget : view.limits(service).hedge;
    const count = (times: readonly number[]) => times.filter((at) => view.now - at < WINDOW_MS).length;
    const used = count(taken[service]);
    const earned = count(calls[service]);
    const allowed = Math.max(ratio * earned, (minPerSecond * WINDOW_MS) / 1000);
    if (used > allowed) fail(`${service} has a budget of ${allowed} for a ${kind}; this is number ${used} in 10 s`);
    if (kind === 'hedge' && view.state(service) !== 'closed')
      fail(`${service} is hedged only while its circuit is closed`);
  };
  return {
    // A call counts when its first attempt has ended, and once.
    attemptEnded: ({ call, number }) => void (number === 1 && calls[call.service].push(view.now)),
    ...(kind === 'retry'
      ? { retried: ({ service }) => take(service as ServiceName) }
      : { hedged: ({ service }) => take(service as ServiceName) }),
  };
};
