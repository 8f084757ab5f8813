import { type SectionCode, httpStatusOf, isRetryable, retryHintMs, titleOf } from './codes.ts';
import { HttpProblem } from './problem.ts';

export interface CodeProblemOptions {
  /** When the service said to come back. Counts only for a code that is retryable. */
  readonly retryAfterMs?: number | undefined;
  /** Headers that belong to the problem besides `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
  /** Further members of the body: `detail`, and extensions. */
  readonly [member: string]: unknown;
}

/**
 * The problem (RFC 9457) of a section code: its status and title, whether trying again helps and when. `retryAfterMs` is
 * the service's own word where it gave one, else the code's hint; a 503 says it in `Retry-After` too.
 */
export function codeProblem(code: SectionCode, options: CodeProblemOptions = {}): HttpProblem {
  const { retryAfterMs: known = retryHintMs(code), headers, ...members } = options;
  const status = httpStatusOf(code);
  const retryable = isRetryable(code);
  const retryAfterMs = retryable && known !== undefined ? Math.ceil(known) : undefined;
  return new HttpProblem(status, code, titleOf(code), {
    ...members,
    retryable,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    headers: {
      ...(status === 503 && retryAfterMs !== undefined && { 'Retry-After': retryAfterSeconds(retryAfterMs) }),
      ...headers,
    },
  });
}

/** `Retry-After` holds whole seconds (RFC 9110, 10.2.3): rounded up, so that nobody comes back too early. */
export const retryAfterSeconds = (ms: number): string => String(Math.max(1, Math.ceil(ms / 1000)));
