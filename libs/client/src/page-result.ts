/**
 * How a call for a page ended. It does not reject: whatever can happen is one of these, and a `switch` over `kind` that
 * leaves one out does not compile.
 */
export type PageResult<Sections, Problem> = PageAnswered<Sections> | PageRefused<Problem> | Unreachable | Aborted;

/** Whole or partial. */
export interface PageAnswered<Sections> {
  readonly kind: 'page';
  readonly sections: Sections;
  /** No section failed. */
  readonly complete: boolean;
  /** A section failed or is stale. */
  readonly degraded: boolean;
  /** Names the request in the server's logs: worth showing where a person may report something. */
  readonly requestId: string;
}

/** The BFF answered that it cannot answer (RFC 9457). */
export interface PageRefused<Problem> {
  readonly kind: 'problem';
  readonly problem: Problem;
}

/**
 * The BFF was not reached, or the answer came from something else: no network, a name that does not resolve, a proxy's or
 * a hotel's own page.
 */
export interface Unreachable {
  readonly kind: 'unreachable';
  /** For a log. What it is depends on the platform. */
  readonly error: unknown;
  /** Of what did answer, if anything did. */
  readonly status?: number;
}

/** The caller's own signal ended it. */
export interface Aborted {
  readonly kind: 'aborted';
  /** The signal's reason; a `TimeoutError` after `AbortSignal.timeout`. */
  readonly reason: unknown;
}
