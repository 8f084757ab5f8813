/** The pages of a BFF of the last minute, as its admin port gives them (`GET /pages`). */
export interface PagesReport {
  readonly app: string;
  readonly windowMs: number;
  readonly pages: readonly PageReport[];
  /** The last degraded or failed ones, the newest first. */
  readonly recent: readonly RecentPage[];
}

export interface PageReport {
  readonly page: string;
  readonly budgetMs: number;
  readonly outcomes: Readonly<Record<PageOutcome, number>>;
  readonly durationMs: Quantiles;
  readonly sections: readonly SectionReport[];
}

export type PageOutcome = 'complete' | 'degraded' | 'failed' | 'refused' | 'aborted';

/** Null when nothing is there to say it of. */
export interface Quantiles {
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
}

export interface SectionReport {
  readonly section: string;
  readonly ok: number;
  readonly stale: number;
  readonly failed: number;
  /** Of those that are stale or failed. */
  readonly codes: Readonly<Record<string, number>>;
  /** Milliseconds after the page's request was read. */
  readonly startMs: Quantiles;
  readonly endMs: Quantiles;
}

/** Times in ms are since the request of the page was read. */
export interface RecentPage {
  readonly requestId: string;
  readonly traceId: string;
  /** ISO 8601. */
  readonly at: string;
  readonly page: string;
  /** `ios/5.2`. */
  readonly client: string;
  readonly outcome: PageOutcome;
  readonly durationMs: number;
  readonly budgetMs: number;
  readonly sections: readonly RecentSection[];
  readonly attempts: readonly RecentAttempt[];
}

export interface RecentSection {
  readonly section: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly status: 'ok' | 'stale' | 'failed';
  readonly code?: string | undefined;
}

export interface RecentAttempt {
  readonly section: string;
  readonly service: string;
  readonly operation: string;
  /** 1 for the first; 0 for a call that a policy refused. */
  readonly attempt: number;
  readonly startMs: number;
  readonly endMs: number;
  /** `ok`, a code, `aborted` or `outrun`. */
  readonly outcome: string;
}
