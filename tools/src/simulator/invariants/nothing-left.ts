import { getEventListeners } from 'node:events';
import { DeadlineExceeded } from '@bff/errors';
import type { Invariant } from '../invariant.ts';
import { serviceNames } from '../records.ts';

/** Sections on demand may be asked for until their request is over, so they watch a deadline that passed for this long. */
const GRACE_MS = 10;

/** Whenever no request is under way and no loader runs, nothing is left: no timer, no slot, no load, no listener on a signal. */
export const nothingLeft: Invariant = {
  name: 'nothing-left',
  watch(view, fail) {
    let signals: { readonly signal: AbortSignal; readonly of: string }[] = [];
    let graces: number[] = [];
    return {
      pageStarted({ id, signal }) {
        signals.push({ signal, of: `the request of page ${id}` });
      },
      callStarted({ id, deadline, page }) {
        if (page?.kind === 'demand' && deadline === page.deadline) return;
        signals.push({ signal: deadline.signal, of: `the deadline of call ${id}` });
      },
      pageEnded({ page: { kind, deadline } }) {
        if (kind === 'demand' && deadline.signal.reason instanceof DeadlineExceeded)
          graces.push(view.now + GRACE_MS + view.latenessMs);
      },
      idle() {
        graces = graces.filter((until) => until >= view.now);
        if (view.pendingTimers > graces.length)
          fail(`no timer is left but ${graces.length} of a deadline; there are ${view.pendingTimers}`);
        if (view.flights !== 0) fail(`no load is under way; there are ${view.flights}`);
        for (const service of serviceNames) {
          const { inFlight } = view.snapshot(service);
          if (inFlight !== 0) fail(`no attempt is in flight to ${service}; there are ${inFlight}`);
        }
        for (const { signal, of } of signals) {
          if (getEventListeners(signal, 'abort').length > 0) fail(`nobody listens to ${of} any more`);
        }
        signals = [];
      },
      quiet() {
        if (view.pendingTimers > 0) fail(`no timer is left; there are ${view.pendingTimers}`);
      },
    };
  },
};
