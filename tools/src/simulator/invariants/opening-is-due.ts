import type { Invariant, View } from '../invariant.ts';
import { type AttemptRecord, type ServiceName, perService, serviceNames } from '../records.ts';
import { verdictOf } from './verdict-of.ts';

interface Row {
  failures: number;
  lastAt: number;
  /** Since when the circuit is due to open. */
  dueAt: number | undefined;
}

const fresh = (): Row => ({ failures: 0, lastAt: 0, dueAt: undefined });

/** A circuit opens in the instant of the last of `consecutiveFailures` failures in a row. */
export const openingIsDue: Invariant = {
  name: 'opening-is-due',
  watch(view, fail) {
    const current = perService(() => new Set<AttemptRecord>());
    const rows = perService(fresh);
    const begin = (service: ServiceName): void => {
      current[service].clear();
      rows[service] = fresh();
    };
    const check = (service: ServiceName): void => {
      const { failures, dueAt } = rows[service];
      if (dueAt !== undefined && view.now > dueAt)
        fail(`${service} opens at ${dueAt} ms, after ${failures} failures in a row`);
    };
    return {
      attemptStarted(attempt) {
        check(attempt.call.service);
        current[attempt.call.service].add(attempt);
      },
      operatorActs: ({ service, act }) => act === 'reset' && begin(service),
      breakerChanged: ({ service }) => begin(service),
      attemptEnded(attempt) {
        const { service } = attempt.call;
        check(service);
        // One that began before the last change says nothing of what is now.
        if (current[service].delete(attempt) && view.state(service) === 'closed') count(attempt, rows[service], view);
      },
      quiet: () => serviceNames.forEach(check),
    };
  },
};

function count(attempt: AttemptRecord, row: Row, view: View): void {
  const { windowMs, consecutiveFailures, slowCallMs } = view.limits(attempt.call.service).breaker;
  const verdict = verdictOf(attempt, slowCallMs);
  if (verdict === 'neutral') return;
  if (verdict === 'success') {
    row.failures = 0;
    return;
  }
  // A window without a failure ends a row.
  row.failures = (view.now - row.lastAt >= windowMs ? 0 : row.failures) + 1;
  row.lastAt = view.now;
  if (row.failures >= consecutiveFailures) row.dueAt ??= view.now;
}
