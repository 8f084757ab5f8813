/** What is shown of an answer besides its text. */
export type Answer = AnsweredWith & {
  /** Of HTTP; undefined when nothing came. */
  readonly status: number | undefined;
  /** Until the last byte. */
  readonly tookMs: number;
  readonly requestId: string | undefined;
  /** The schema was asked for by the page, and not an operation by a person. */
  readonly forSchema: boolean;
};

export type AnsweredWith =
  /** Data, with every section that is not as it should be. */
  | { readonly with: 'data'; readonly degraded: readonly DegradedSection[] }
  /** Errors alone: the operation was refused before anything was asked of a service, or nothing is left of it. */
  | { readonly with: 'refusal'; readonly reasons: readonly Reason[] }
  /** Nothing, or nothing that can be read. */
  | { readonly with: 'nothing'; readonly why: string };

/** A section that failed or is stale. */
export interface DegradedSection {
  /** `order.payment` */
  readonly path: string;
  readonly is: 'failed' | 'stale';
  readonly code: string | undefined;
  readonly service: string | undefined;
  readonly message: string | undefined;
  readonly retryable: boolean | undefined;
  readonly retryAfterMs: number | undefined;
  readonly ageSeconds: number | undefined;
  /** In a list of which only some values are missing or old: how many. */
  readonly items: { readonly failed: number; readonly stale: number; readonly of: number } | undefined;
}

/** Why an operation was refused. */
export interface Reason {
  readonly code: string | undefined;
  readonly message: string;
}
