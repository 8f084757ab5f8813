import type { Invariant } from '../invariant.ts';
import { type PageRecord, serviceNames } from '../records.ts';

/** A client that leaves, or a process that stops, moves no breaker: no state, and nothing that is counted. */
export const abortMovesNoBreaker: Invariant = {
  name: 'abort-moves-no-breaker',
  watch(view, fail) {
    let before = '';
    let leaving: PageRecord | undefined;
    const seen = (): string =>
      JSON.stringify(
        serviceNames.map((service) => {
          const { state, counts } = view.snapshot(service).breaker;
          return [service, state, counts];
        }),
      );
    return {
      leaving(page) {
        leaving = page;
        before = seen();
      },
      hasLeft(page) {
        // Several at once, as a process stops: the last one left is compared with.
        if (page !== leaving) return;
        const after = seen();
        if (after !== before) fail(`page ${page.id} is left and no breaker moves: ${before} became ${after}`);
      },
    };
  },
};

/** A load that only one page waits for is ended when the client of that page leaves. */
export const abandonedLoadEnds: Invariant = {
  name: 'abandoned-load-ends',
  watch(_view, fail) {
    /** Loads under way that no other page can have joined, as none has come since. */
    const loads = new Map<AbortSignal, PageRecord>();
    const underWay = new Set<PageRecord>();
    return {
      pageStarted(page) {
        underWay.add(page);
        loads.clear();
      },
      loadBegan({ page, signal, shared }) {
        if (shared && underWay.size === 1) loads.set(signal, page);
      },
      callEnded: ({ deadline }) => void loads.delete(deadline.signal),
      pageEnded: ({ page }) => void underWay.delete(page),
      hasLeft(page) {
        // Had its deadline passed before, the load goes on for those who ask next.
        if (page.deadline.signal.reason !== page.left?.reason) return;
        const still = [...loads].filter(([signal, other]) => other === page && !signal.aborted).length;
        if (still > 0) fail(`nothing is loaded any more for page ${page.id} alone; ${still} loads are under way`);
      },
    };
  },
};
