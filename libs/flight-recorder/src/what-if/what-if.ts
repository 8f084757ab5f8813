import type { Clock } from '@bff/clock';
import type { ServiceLimits } from '@bff/resilience';
import { type Play, play } from './play.ts';
import type { CallWindow } from './recorded-calls.ts';

/** Recorded calls of a service, played with the limits in effect and with others. Times are ISO 8601. */
export interface WhatIf {
  readonly service: string;
  readonly from: string;
  readonly to: string;
  /** Attempts, and calls that were not sent. */
  readonly calls: number;
  /** Of all kinds and outcomes, also those that called nothing of this service. */
  readonly pages: number;
  readonly current: WhatIfOutcome;
  readonly proposed: WhatIfOutcome;
  /** Calls that the real circuit refused at the time, so nobody knows how they would have ended. */
  readonly unknownCalls: number;
}

export interface WhatIfOutcome {
  /** The last hundred, the oldest first. */
  readonly openings: readonly { readonly at: string; readonly reason: string; readonly openForMs: number }[];
  readonly refusedCalls: number;
  /** Pages that a call was refused to, or that got no answer from this service. */
  readonly degradedPages: number;
  /** Of all pages, 0 to 1. */
  readonly degradedShare: number;
}

export interface WhatIfOptions {
  readonly service: string;
  readonly window: CallWindow;
  readonly current: ServiceLimits;
  readonly proposed: ServiceLimits;
  /** Gives dates to the times of the window. */
  readonly clock: Clock;
}

export async function whatIf({ service, window, current, proposed, clock }: WhatIfOptions): Promise<WhatIf> {
  const epoch = clock.wallTime() - clock.now();
  const outcome = async (limits: ServiceLimits): Promise<WhatIfOutcome> =>
    outcomeOf(await play(window, limits, epoch), window);
  return {
    service,
    from: isoTime(epoch + window.fromMs),
    to: isoTime(epoch + window.toMs),
    calls: window.calls.length,
    pages: window.pages,
    current: await outcome(current),
    proposed: await outcome(proposed),
    unknownCalls: window.calls.filter(({ end }) => end === 'DOWNSTREAM_CIRCUIT_OPEN').length,
  };
}

function outcomeOf({ openings, refusedCalls, degradedPages }: Play, { pages }: CallWindow): WhatIfOutcome {
  return {
    openings: openings.map(({ at, reason, openForMs }) => ({ at: isoTime(at), reason, openForMs })),
    refusedCalls,
    degradedPages,
    degradedShare: pages === 0 ? 0 : Math.round((degradedPages / pages) * 10_000) / 10_000,
  };
}

const isoTime = (ms: number): string => new Date(ms).toISOString();
