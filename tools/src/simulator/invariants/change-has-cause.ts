import type { Invariant } from '../invariant.ts';
import { type AttemptRecord, perService } from '../records.ts';
import { verdictOf } from './verdict-of.ts';

interface Outcome {
  readonly at: number;
  readonly failed: boolean;
}

/** A circuit opens or closes only when the calls since its last change give cause for it. */
export const changeHasCause: Invariant = {
  name: 'change-has-cause',
  watch(view, fail) {
    const current = perService(() => new Set<AttemptRecord>());
    const outcomes = perService((): Outcome[] => []);
    return {
      attemptStarted: (attempt) => void current[attempt.call.service].add(attempt),
      operatorActs({ service, act }) {
        if (act !== 'reset') return;
        outcomes[service] = [];
        current[service].clear();
      },
      attemptEnded(attempt) {
        const { service } = attempt.call;
        // One that began before the last change says nothing of what is now.
        if (!current[service].delete(attempt)) return;
        const verdict = verdictOf(attempt, view.limits(service).breaker.slowCallMs);
        if (verdict !== 'neutral') outcomes[service].push({ at: view.now, failed: verdict === 'failure' });
      },
      breakerChanged({ service, to, reason }) {
        const seen = outcomes[service];
        outcomes[service] = [];
        current[service].clear();
        const { windowMs, minimumCalls, consecutiveFailures, probes } = view.limits(service).breaker;
        if (reason === 'probes-succeeded' && (seen.length < probes || seen.some(({ failed }) => failed)))
          fail(`${service} closes after ${probes} probes that succeeded; of ${seen.length} some failed`);
        if (to !== 'open') return;
        const row = seen.length - 1 - seen.findLastIndex(({ failed }) => !failed);
        const inWindow = seen.filter(({ at }) => view.now - at < windowMs);
        const failures = inWindow.filter(({ failed }) => failed).length;
        if (reason === 'consecutive-failures' && row < consecutiveFailures)
          fail(`${service} opens after ${consecutiveFailures} failures in a row; there were ${row}`);
        if (reason === 'failure-ratio' && (failures === 0 || inWindow.length < minimumCalls))
          fail(`${service} opens by its failures of ${minimumCalls} calls; ${failures} of ${inWindow.length} failed`);
        if (reason === 'slow-ratio' && inWindow.length < minimumCalls)
          fail(`${service} opens by slow calls of ${minimumCalls}; there were ${inWindow.length}`);
        if (reason === 'probe-failed' && !seen.at(-1)?.failed) fail(`${service} opens again because a probe failed`);
      },
    };
  },
};
