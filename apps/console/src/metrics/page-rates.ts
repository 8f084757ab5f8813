import { counterNames } from './counted.ts';
import type { RateWindow } from './rate-window.ts';

/** How often a page is asked for, and how often it is not whole. */
export interface PageRate {
  readonly page: string;
  /** Of the pages that were answered. */
  readonly ratePerSecond: number;
  /** Of degraded and failed ones among them; null when there were none. */
  readonly partialShare: number | null;
}

/** The pages that were asked for in the window. The SLO's share, see docs/metrics.md. */
export function pageRates(window: RateWindow): readonly PageRate[] {
  return [...window.rates('page', counterNames.pages).keys()].map((page) => {
    const outcomes = window.rates('outcome', counterNames.pages, { page });
    const of = (outcome: string): number => outcomes.get(outcome) ?? 0;
    const partial = of('degraded') + of('failed');
    const ratePerSecond = of('complete') + partial;
    return { page, ratePerSecond, partialShare: ratePerSecond === 0 ? null : partial / ratePerSecond };
  });
}
