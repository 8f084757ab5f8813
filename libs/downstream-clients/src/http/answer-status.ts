import type { Clock } from '@bff/clock';
import { DownstreamError, type DownstreamErrorOptions, type SectionCode } from '@bff/errors';
import { type Answer, readError } from './json-answer.ts';
import type { ReadOperation } from './read-operation.ts';
import { RequestRefused, refusedFields } from './refused-request.ts';
import { retryAfterMs } from './retry-after.ts';

/** The service that answered and the operation that was asked for. */
export interface Where {
  readonly service: string;
  readonly operation: string;
}

/**
 * What a status other than 200 means for the caller.
 *
 * 404 and 403 count as the service's answer only when they come in the media type and with the code of its contract: a
 * gateway that has lost its route to the service, a URL that leads to another service, or a login page in between must not
 * turn into "there is no such order".
 *
 * @throws ContractBreach when a 404 or 403 is not in the service's own words.
 */
export function failureOfStatus(
  answer: Answer,
  operation: Pick<ReadOperation<never, unknown>, 'notFound' | 'forbidden'>,
  where: Where,
  clock: Clock,
): DownstreamError | undefined {
  const { status, headers } = answer;
  const fail = (code: SectionCode, more: Partial<DownstreamErrorOptions> = {}) =>
    new DownstreamError(code, { ...where, detail: `status ${status}`, ...more });

  if (status >= 200 && status < 300) return undefined;
  if (status >= 500) {
    const pause = status === 503 ? retryAfterMs(headers['retry-after'], clock) : undefined;
    return fail('DOWNSTREAM_UNAVAILABLE', { retryAfterMs: pause });
  }
  switch (status) {
    case 429:
      return fail('DOWNSTREAM_RATE_LIMITED', { retryAfterMs: retryAfterMs(headers['retry-after'], clock) });
    case 404:
      readError(answer, operation.notFound);
      return fail('NOT_FOUND');
    case 403:
      readError(answer, operation.forbidden);
      return fail('FORBIDDEN');
    case 400:
      return new RequestRefused(where, refusedFields(answer));
    default:
      return fail('DOWNSTREAM_BAD_RESPONSE', { blame: status >= 400 ? 'request' : 'service' });
  }
}
