import type { PageRecord, RecordedAttempt } from '@bff/observability';
import type { ServiceLimits, Tunable } from '@bff/resilience';
import { CallRing, type RecordedCall } from './call-ring.ts';
import { PageNumbers } from './page-numbers.ts';

/** How far back calls are played, in ms, and how many of one service at most. */
export const LONGEST_WINDOW_MS = 600_000;
export const MOST_CALLS = 20_000;

/** Below this share of its limit a time-out was not the limit's. Timers may fire a little early. */
const IN_FULL = 0.95;

export interface RecordedCallsOptions {
  /** The services, each with its limits, by name. */
  readonly limits: ReadonlyMap<string, Tunable<ServiceLimits>>;
  /** When recording began, on the monotonic clock. */
  readonly beganAtMs: number;
  /** Default 20,000. */
  readonly capacity?: number | undefined;
}

/** All calls of a service, and how many pages there were, from one moment to another. Times are on the monotonic clock. */
export interface CallWindow {
  readonly fromMs: number;
  readonly toMs: number;
  /** Those that began in it, in that order. */
  readonly calls: readonly RecordedCall[];
  /** The number of the first page that began in it. */
  readonly firstPage: number;
  /** How many pages there were, also those that called nothing of this service. */
  readonly pages: number;
}

/** What the what-if is played with: the calls of each service, half a megabyte for each. */
export class RecordedCalls {
  readonly #limits: RecordedCallsOptions['limits'];
  readonly #beganAtMs: number;
  readonly #rings: ReadonlyMap<string, CallRing>;
  readonly #pages = new PageNumbers(LONGEST_WINDOW_MS);

  constructor({ limits, beganAtMs, capacity = MOST_CALLS }: RecordedCallsOptions) {
    this.#limits = limits;
    this.#beganAtMs = beganAtMs;
    this.#rings = new Map([...limits.keys()].map((service) => [service, new CallRing(capacity)]));
  }

  /** A page that called nothing counts too. */
  pageEnded(record: PageRecord): void {
    this.#pages.numberOf(record, record.startedAtMs + (record.ended?.durationMs ?? 0));
  }

  attemptEnded(record: PageRecord, { service, attempt, startMs, endMs, outcome }: RecordedAttempt): void {
    const page = this.#pages.numberOf(record, record.startedAtMs + endMs);
    const durationMs = endMs - startMs;
    const end = this.#isCutShort(service, outcome, durationMs) ? 'cut-short' : outcome;
    this.#rings.get(service)?.add({ startedAtMs: record.startedAtMs + startMs, durationMs, end, attempt, page });
  }

  /**
   * What is known of a service without a gap: of the last ten minutes, or since the recorder or the ring of its calls began.
   * A window that begins later than recording did begins with a whole second, from which on pages are counted.
   */
  window(service: string, toMs: number): CallWindow {
    const ring = this.#rings.get(service);
    const remembered = ring ? [...ring] : [];
    const fromMs = this.#begin(toMs, ring?.overran ? remembered[0] : undefined);
    const calls = remembered.filter(({ startedAtMs }) => startedAtMs >= fromMs);
    const firstPage = this.#pages.firstSince(fromMs);
    return {
      fromMs,
      toMs,
      calls: calls.toSorted(byStart),
      firstPage,
      pages: this.#pages.next - firstPage,
    };
  }

  #begin(toMs: number, oldest: RecordedCall | undefined): number {
    // Calls are added when they end: of those that began before this one's end some may be forgotten.
    const complete = oldest ? oldest.startedAtMs + oldest.durationMs : this.#beganAtMs;
    const beganAtMs = Math.max(this.#beganAtMs, complete, toMs - LONGEST_WINDOW_MS);
    return beganAtMs === this.#beganAtMs ? beganAtMs : Math.min(toMs, Math.ceil(beganAtMs / 1000) * 1000);
  }

  #isCutShort(service: string, outcome: string, durationMs: number): boolean {
    if (outcome !== 'DOWNSTREAM_TIMEOUT') return false;
    const limits = this.#limits.get(service);
    return limits !== undefined && durationMs < limits().attemptMs * IN_FULL;
  }
}

/** Of those that began at the same time some were refused because others had been let through: they come after them. */
const byStart = (a: RecordedCall, b: RecordedCall): number =>
  a.startedAtMs - b.startedAtMs || Number(a.attempt === 0) - Number(b.attempt === 0);
