import { defaultServiceLimits } from '@bff/resilience';

/** The thresholds that the checks of a run go by. */
export interface Thresholds {
  readonly openMs: number;
  readonly maxOpenMs: number;
  readonly openJitter: number;
  /** Calls to a service may be so many times those that were asked for. */
  readonly callRatio: number;
  /** Retries that are allowed however few calls there were, in the 10 s that they are counted over. */
  readonly freeRetries: number;
  /** Everything that is bounded in time may take so many times what is promised. */
  readonly patience: number;
}

const { breaker, retryBudget } = defaultServiceLimits;

const RETRY_WINDOW_SECONDS = 10;

export const shippedThresholds: Thresholds = {
  openMs: breaker.openMs,
  maxOpenMs: breaker.maxOpenMs,
  openJitter: breaker.openJitter,
  callRatio: 1.1,
  freeRetries: retryBudget.minPerSecond * RETRY_WINDOW_SECONDS,
  patience: 1,
};

/** Circuits are open for a tenth of the time, so that a run takes minutes; all else is as it ships. */
export const quickThresholds: Thresholds = { ...shippedThresholds, openMs: 500, maxOpenMs: 1000 };

/**
 * For a machine that does other things at the same time: pages and calls have twice the time, so that a healthy service is not
 * taken for one that hangs.
 */
export const patientThresholds: Thresholds = { ...quickThresholds, patience: 2 };

/** How long a circuit may still be open when a fault ends that was on for so long. */
export function longestOpenMs({ openMs, maxOpenMs, openJitter }: Thresholds, faultMs: number): number {
  let open = openMs;
  // Each failed probe doubles the time, and the first of them comes when the shortest first time is over.
  for (
    let sinceMs = open * (1 - openJitter);
    sinceMs < faultMs && open < maxOpenMs;
    sinceMs += open * (1 - openJitter)
  ) {
    open *= 2;
  }
  return Math.min(open * (1 + openJitter), maxOpenMs);
}
