import type { CircuitState } from './circuit.ts';

/**
 * What was seen in the last ten minutes, a point each second, the oldest first; `GET /api/history`. A `ConsoleState` carries
 * the same with the points of the last 5 seconds only, to be merged by `times` and `at`. After a gap (the page was asleep, the
 * connection was lost) ask for the whole again.
 */
export interface History {
  /** Milliseconds since the Unix epoch. Every list of numbers below has one for each; null: not known. */
  readonly times: readonly number[];
  readonly apps: readonly AppSeries[];
  readonly edges: readonly EdgeSeries[];
  readonly pages: readonly PageSeries[];
  readonly strips: readonly CircuitStrip[];
}

export interface TrafficSeries {
  readonly ratePerSecond: readonly (number | null)[];
  /** 0 to 1. */
  readonly errorShare: readonly (number | null)[];
  readonly p95Ms: readonly (number | null)[];
}

export interface AppSeries extends TrafficSeries {
  readonly app: string;
  readonly replica: number;
}

export interface EdgeSeries extends TrafficSeries {
  readonly app: string;
  readonly replica: number;
  readonly service: string;
}

export interface PageSeries {
  readonly app: string;
  readonly replica: number;
  readonly page: string;
  readonly ratePerSecond: readonly (number | null)[];
  /** Share of degraded and failed pages of the answered ones, 0 to 1. */
  readonly partialShare: readonly (number | null)[];
}

/** The changes of one circuit, the oldest first. A state lasts until the next change. */
export interface CircuitStrip {
  readonly app: string;
  readonly replica: number;
  readonly service: string;
  readonly changes: readonly StripChange[];
}

export interface StripChange {
  /** ISO 8601: when the circuit said that it changed; where it could not say, when the console saw it. */
  readonly at: string;
  /** `unknown`: its process was dead. */
  readonly state: CircuitState | 'unknown';
  /** For people, where it can be told: `failure-ratio, DOWNSTREAM_TIMEOUT`, `isolated by usr_0042: ledger repair`. */
  readonly reason: string | null;
}
