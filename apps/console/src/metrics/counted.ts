import { type ExposedSeries, readExposition } from '@bff/observability';

/** What the console wants to know of a process, by the names in docs/metrics.md. */
const requests = 'http_server_request_duration_seconds';
const attempts = 'bff_downstream_attempt_duration_seconds';

export const counterNames = {
  requests: `${requests}_count`,
  requestBuckets: `${requests}_bucket`,
  attempts: `${attempts}_count`,
  attemptBuckets: `${attempts}_bucket`,
  rejections: 'bff_downstream_rejections_total',
  pages: 'bff_page_requests_total',
} as const;

export const gaugeNames = {
  startedAt: 'process_start_time_seconds',
  breaker: 'bff_breaker_state',
  inFlight: 'bff_bulkhead_in_flight',
  inFlightLimit: 'bff_bulkhead_limit',
  retriesLeft: 'bff_retry_budget_remaining',
} as const;

const counters = new Set<string>(Object.values(counterNames));
const wanted = new Set<string>([...counters, ...Object.values(gaugeNames)]);

/** A moment of a process: what it has counted since it started, and how things stand. */
export interface Counted {
  readonly counters: readonly ExposedSeries[];
  readonly gauges: readonly ExposedSeries[];
  /** In seconds since the Unix epoch; undefined where it does not say. */
  readonly startedAt: number | undefined;
}

export function countedIn(text: string): Counted {
  const all = readExposition(text, (name) => wanted.has(name)).filter(({ value }) => Number.isFinite(value));
  const isCounter = ({ name }: ExposedSeries): boolean => counters.has(name);
  return {
    counters: all.filter(isCounter),
    gauges: all.filter((series) => !isCounter(series)),
    startedAt: all.find(({ name }) => name === gaugeNames.startedAt)?.value,
  };
}
