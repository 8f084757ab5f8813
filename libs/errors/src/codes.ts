/**
 * Why a section has no fresh value: one closed list for all three BFFs and for every client app.
 * Adding a code is a change of the wire format; renaming or removing one breaks clients.
 */
const table = {
  /** The service did not answer within its attempt limit or before the page deadline. */
  DOWNSTREAM_TIMEOUT: { status: 504, retryHintMs: 2000, title: 'A service did not answer in time' },
  /** No connection, a broken connection, or a 5xx answer. */
  DOWNSTREAM_UNAVAILABLE: { status: 502, retryHintMs: 2000, title: 'A service is unavailable' },
  /** The circuit breaker is open or isolated; the service was not called. */
  DOWNSTREAM_CIRCUIT_OPEN: { status: 503, retryHintMs: 5000, title: 'A service is resting after repeated failures' },
  /** The bulkhead is full: too many calls to this service are in flight already. */
  DOWNSTREAM_OVERLOADED: { status: 503, retryHintMs: 1000, title: 'Too many calls to a service are in flight' },
  /** The service answered 429, or its `Retry-After` is still running. */
  DOWNSTREAM_RATE_LIMITED: { status: 503, retryHintMs: 1000, title: 'A service asks for fewer calls' },
  /** The answer breaks the contract: not JSON, wrong shape, too large, a redirect, or a 4xx that no caller caused. */
  DOWNSTREAM_BAD_RESPONSE: {
    status: 502,
    retryHintMs: undefined,
    title: 'A service gave an answer that cannot be used',
  },
  /** The page's time was spent before this call could start. */
  BUDGET_EXHAUSTED: { status: 503, retryHintMs: 1000, title: 'The time for this page was spent' },
  /** The service answered: there is no such thing (or not for this caller). */
  NOT_FOUND: { status: 404, retryHintMs: undefined, title: 'Not found' },
  /** The service answered: this caller may not see it. */
  FORBIDDEN: { status: 403, retryHintMs: undefined, title: 'Not allowed' },
} as const;

/** Every code that `meta.sections`, a problem or a GraphQL error can carry. */
export type SectionCode = keyof typeof table;

/** Codes that are a service's true answer rather than a failure to get one. They never trip a breaker and are never hidden by stale data. */
export type Answer = 'NOT_FOUND' | 'FORBIDDEN';

export const sectionCodes = Object.keys(table) as readonly SectionCode[];

export const isAnswer = (code: SectionCode): code is Answer => code === 'NOT_FOUND' || code === 'FORBIDDEN';

/** Whether the same request may succeed later with nothing changed by the caller. */
export const isRetryable = (code: SectionCode): boolean => table[code].retryHintMs !== undefined;

/**
 * Milliseconds after which trying again makes sense when nobody downstream said when: long enough that a crowd of
 * clients does not hammer a service that is coming back, short enough for a person who waits. Undefined: not retryable.
 */
export const retryHintMs = (code: SectionCode): number | undefined => table[code].retryHintMs;

/** The HTTP status of a page whose required section ended with this code. */
export const httpStatusOf = (code: SectionCode): 403 | 404 | 502 | 503 | 504 => table[code].status;

/** A short sentence for people, the same for every occurrence (RFC 9457 `title`). */
export const titleOf = (code: SectionCode): string => table[code].title;
