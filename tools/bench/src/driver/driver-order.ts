import type { Percentiles } from '../../../src/load/percentiles.ts';
import type { WorkloadName } from './workloads.ts';

/** One stretch of load, by clients that each send their next request when they have their answer. */
export interface DriverOrder {
  readonly port: number;
  readonly workload: WorkloadName;
  /** Number of the first request. */
  readonly first: number;
  /** At most so many, and at most so long. */
  readonly requests: number;
  readonly forMs: number;
  readonly clients: number;
  /** How long answers are waited for when nothing more is sent. */
  readonly graceMs: number;
}

/** What came of it, as the clients saw it. */
export interface DriverReport {
  readonly sent: number;
  /** How long requests were sent, in milliseconds. */
  readonly tookMs: number;
  /** Answers by what they were; `broken` never came, or not whole. */
  readonly kinds: Readonly<Record<'whole' | 'partial' | 'problem' | 'broken', number>>;
  /** Codes of what was not whole. */
  readonly codes: Readonly<Record<string, number>>;
  /** Whole or partial pages that came within the stretch, each second. */
  readonly pagesPerSecond: number;
  /** Of all requests, in milliseconds; without end for what never came. */
  readonly latency: Percentiles;
}

/** Told once, when the driver is there. */
export interface DriverReady {
  readonly issuer: string;
  readonly jwksUrl: string;
}

/** Asks for the token of one user. */
export interface TokenOrder {
  readonly user: number;
}
