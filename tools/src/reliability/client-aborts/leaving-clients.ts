import { offerLoad } from '../../load/offer-load.ts';
import type { LoadRequest } from '../../load/load-request.ts';

/** How many clients left, and what came to those who stayed. */
export interface LeavingFigures {
  readonly left: number;
  /** By status, or by error. */
  readonly answered: Readonly<Record<string, number>>;
}

export interface LeavingOptions {
  readonly pages: readonly LoadRequest[];
  readonly leaving: number;
  readonly ratePerSecond: number;
  /** Whether some wait for the head of the answer and hang up then. */
  readonly someAtHead: boolean;
  /** Draws from [0, 1). */
  readonly random: () => number;
}

/** Clients stay at most this long: about what the slower pages take. */
const LONGEST_STAY_MS = 120;
/** One in so many of those. */
const AT_HEAD = 5;

/** Offers pages to clients that hang up at random moments, until so many have done so. */
export async function offerToLeavingClients({
  pages,
  leaving,
  ratePerSecond,
  someAtHead,
  random,
}: LeavingOptions): Promise<LeavingFigures> {
  const enough = new AbortController();
  const answered: Record<string, number> = {};
  let left = 0;
  await offerLoad({
    ratePerSecond,
    // Not everybody is gone before the answer is: four times as many are enough.
    forMs: (leaving * 4 * 1000) / ratePerSecond,
    signal: enough.signal,
    next(index) {
      const page = pages[index % pages.length];
      if (page === undefined) throw new TypeError('there are no pages');
      return someAtHead && index % AT_HEAD === 0
        ? { ...page, abortAtHead: true }
        : { ...page, abortAfterMs: random() * LONGEST_STAY_MS };
    },
    onAnswer({ status, error }) {
      if (error === 'aborted') {
        left += 1;
        if (left >= leaving) enough.abort();
        return;
      }
      const how = String(status ?? error);
      answered[how] = (answered[how] ?? 0) + 1;
    },
  });
  return { left, answered };
}
