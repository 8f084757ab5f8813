import { longestOpenMs } from './thresholds.ts';
import type { Thresholds } from './thresholds.ts';
import { type Sample, steadyLoad } from './steady-load.ts';
import type { Visit } from './visit.ts';

/** For probes to succeed and each page to be asked for again. */
const PROBING_MS = 1500;
/** How much longer to look when it is not so by then: what is late is told with its figure. */
const PATIENCE_MS = 3000;

export interface Healing {
  readonly samples: readonly Sample[];
  /** From the end of the fault until the last answer that was not whole; 0 when there was none. */
  readonly recoveredMs: number;
  /** Within which it has to be. */
  readonly limitMs: number;
  /** Whether every page was whole in the end. */
  readonly whole: boolean;
}

/** Goes on with the load until every page has been whole once more since the last that was not, and every visit once. */
export async function watchHealing(options: {
  readonly visits: readonly Visit[];
  readonly pageCount: number;
  readonly ratePerSecond: number;
  readonly thresholds: Thresholds;
  /** How long the fault was on, and how long the services then ask to be left alone. */
  readonly faultMs: number;
  readonly restMs: number;
}): Promise<Healing> {
  const { visits, pageCount, ratePerSecond, thresholds, faultMs, restMs } = options;
  const limitMs = longestOpenMs(thresholds, faultMs) + restMs + PROBING_MS * thresholds.patience;
  const startedAtMs = performance.now();
  const unseen = new Set(visits.filter(({ whole }) => !whole));
  const wholeSince = new Set<string>();
  const done = new AbortController();
  let lastFlawAtMs = startedAtMs;
  const isOver = (): boolean => unseen.size === 0 && wholeSince.size === pageCount;
  const samples = await steadyLoad({
    visits,
    ratePerSecond,
    forMs: limitMs + PATIENCE_MS,
    signal: done.signal,
    onSample(sample) {
      const { visit, answer } = sample;
      if (sample.isWhole) {
        remember(sample);
        unseen.delete(visit);
        wholeSince.add(visit.request.name);
      } else {
        lastFlawAtMs = Math.max(lastFlawAtMs, answer.dueAtMs + answer.tookMs);
        wholeSince.clear();
      }
      if (isOver()) done.abort();
    },
  });
  return { samples, recoveredMs: lastFlawAtMs - startedAtMs, limitMs, whole: isOver() };
}

/** Keeps what a visit shows when it is whole, for its other answers to be compared with. */
export function remember({ visit, answer, isWhole }: Sample): void {
  if (visit.whole || !isWhole) return;
  const body: unknown = JSON.parse(answer.body?.toString() ?? '{}');
  if (typeof body === 'object' && body !== null && 'data' in body) visit.whole = { ...(body.data as object) };
}
