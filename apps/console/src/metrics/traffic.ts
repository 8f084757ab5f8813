import type { Traffic } from '../wire/index.ts';
import { counterNames } from './counted.ts';
import { quantilesMs } from './quantile.ts';
import type { RateWindow } from './rate-window.ts';

/** nginx' number for a client that left, which is nobody's error. */
const CLIENT_LEFT = '499';

/** The requests of a process. Null while nothing can be said. */
export function trafficOf(window: RateWindow): Traffic | null {
  if (!window.known) return null;
  const byStatus = window.rates('http_response_status_code', counterNames.requests);
  const all = [...byStatus].filter(([status]) => status !== CLIENT_LEFT);
  const ratePerSecond = sum(all);
  const errors = sum(all.filter(([status]) => status.startsWith('5')));
  return {
    ratePerSecond,
    errorShare: ratePerSecond === 0 ? 0 : errors / ratePerSecond,
    ...quantilesMs(window.buckets(counterNames.requestBuckets)),
  };
}

const sum = (rates: readonly (readonly [string, number])[]): number =>
  rates.reduce((total, [, rate]) => total + rate, 0);
