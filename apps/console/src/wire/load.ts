/** The load that the console makes, or made last. Times are ISO 8601. */
export interface LoadState {
  readonly app: string;
  readonly page: string;
  readonly ratePerSecond: number;
  readonly running: boolean;
  readonly startedAt: string;
  /** When it stops by itself; when it stopped, once it has. */
  readonly endsAt: string;
  /** Why it does not run any more, or why none of it gets anywhere. */
  readonly problem: string | null;
  readonly inFlight: number;
  /** Of the last 5 seconds. */
  readonly recent: LoadCounts & { readonly p50Ms: number | null; readonly p95Ms: number | null };
  /** Since it was started. */
  readonly total: LoadCounts;
}

export interface LoadCounts {
  /** Requests that were due. */
  readonly due: number;
  readonly whole: number;
  readonly partial: number;
  /** Answered, but without a page. */
  readonly failed: number;
  readonly noAnswer: number;
  /** Due, but too many were on their way already. */
  readonly notSent: number;
}

/** The body of `POST /api/load`. What runs already is replaced. */
export interface LoadRequest {
  readonly app: string;
  readonly page: string;
  /** 1 to 500. */
  readonly ratePerSecond: number;
}

/** `GET /api/load`. */
export interface LoadView {
  readonly load: LoadState | null;
  readonly targets: readonly { readonly app: string; readonly pages: readonly string[] }[];
}
