/** RFC 9457 problem details, with this project's extension members. */
export interface ProblemDetails {
  /** A stable URI that names the kind of problem; `urn:bff:problem:<kebab-case kind>`. */
  type: string;
  title: string;
  status: number;
  /** What happened in this case, in words that a client developer may read. Never a downstream's own words. */
  detail?: string;
  /** The machine-readable kind: a `SectionCode`, or one of the request's own (`BAD_REQUEST`, `UNAUTHENTICATED`, …). */
  code: string;
  requestId?: string;
  retryable?: boolean;
  retryAfterMs?: number;
  /** Every field of the request that was refused, not only the first. */
  errors?: readonly FieldError[];
  [extension: string]: unknown;
}

/** One refused part of a request. */
export interface FieldError {
  /** Where it was: `query`, `path`, `header` or `body`. */
  in: 'query' | 'path' | 'header' | 'body';
  /** Its name; in a body the path to it (`items[2].quantity`). */
  field: string;
  /** Why it was refused and what is allowed, in one sentence. */
  reason: string;
}

/** `urn:bff:problem:downstream-timeout` for `DOWNSTREAM_TIMEOUT`. */
export const problemTypeOf = (code: string): string => `urn:bff:problem:${code.toLowerCase().replaceAll('_', '-')}`;

export interface HttpProblemOptions extends Partial<Omit<ProblemDetails, 'type' | 'status' | 'code' | 'title'>> {
  /** Response headers that belong to the problem (`WWW-Authenticate`, `Allow`, `Retry-After`). */
  headers?: Readonly<Record<string, string>>;
  cause?: unknown;
}

/** Thrown anywhere while a request is handled; the server answers it as `application/problem+json`. */
export class HttpProblem extends Error {
  override readonly name: string = 'HttpProblem';
  readonly details: ProblemDetails;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, title: string, options: HttpProblemOptions = {}) {
    const { headers = {}, cause, ...members } = options;
    super(`${status} ${code}: ${members.detail ?? title}`, cause === undefined ? undefined : { cause });
    this.details = { type: problemTypeOf(code), title, status, code, ...members };
    this.headers = headers;
  }
}

/** 400 with every refused field named. */
export class BadRequest extends HttpProblem {
  override readonly name = 'BadRequest';
  constructor(errors: readonly FieldError[]) {
    super(400, 'BAD_REQUEST', 'The request is not valid', {
      detail: errors.map((e) => `${e.in} ${e.field}: ${e.reason}`).join('; '),
      errors,
    });
  }
}
