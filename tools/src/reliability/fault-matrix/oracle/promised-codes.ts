import type { SectionCode } from '@bff/errors';

interface Promised {
  /** Of a page that is a problem for this reason. */
  readonly status: number;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
}

const promise = (status: number, retryable: boolean): Promised => ({ status, retryable });

/** What a code means to a client app. A second table beside `@bff/errors`, so that a slip in that one is seen. */
export const promisedOf: Readonly<Record<SectionCode, Promised>> = {
  DOWNSTREAM_TIMEOUT: promise(504, true),
  DOWNSTREAM_UNAVAILABLE: promise(502, true),
  DOWNSTREAM_CIRCUIT_OPEN: promise(503, true),
  DOWNSTREAM_OVERLOADED: promise(503, true),
  DOWNSTREAM_RATE_LIMITED: promise(503, true),
  DOWNSTREAM_BAD_RESPONSE: promise(502, false),
  BUDGET_EXHAUSTED: promise(503, true),
  NOT_FOUND: promise(404, false),
  FORBIDDEN: promise(403, false),
};

export const isCode = (code: string): code is SectionCode => Object.hasOwn(promisedOf, code);
