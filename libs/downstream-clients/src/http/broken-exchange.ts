import { DownstreamError, type DownstreamErrorOptions, ShuttingDown } from '@bff/errors';
import { AxiosError } from 'axios';

type Where = Pick<DownstreamErrorOptions, 'service' | 'operation'>;

/** What came could not be read as the answer to this request. Everything else is a connection that failed us. */
const unreadable: ReadonlyMap<string, string> = new Map([
  ['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'the body is larger than 1 MiB'],
  ['UND_ERR_HEADERS_OVERFLOW', 'the headers are larger than 16 KiB'],
  [AxiosError.ERR_BAD_RESPONSE, 'the answer is not HTTP'],
]);

/**
 * Why an exchange brought no answer. The axios error becomes the cause; it carries a code and a message only. Errors that
 * are none of the network's are given back as they are: they are bugs.
 */
export function failureOf(error: unknown, where: Where): unknown {
  if (!(error instanceof AxiosError) || error.code === undefined) return error;
  const { code } = error;
  if (code === 'UND_ERR_INVALID_ARG') return error;
  if (code === 'UND_ERR_DESTROYED' || code === 'UND_ERR_CLOSED') return new ShuttingDown();
  const fail = (kind: 'DOWNSTREAM_BAD_RESPONSE' | 'DOWNSTREAM_UNAVAILABLE' | 'DOWNSTREAM_TIMEOUT', detail: string) =>
    new DownstreamError(kind, { ...where, detail, cause: error });

  const reason = unreadable.get(code);
  if (reason !== undefined) return fail('DOWNSTREAM_BAD_RESPONSE', reason);
  if (code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT') {
    return fail('DOWNSTREAM_TIMEOUT', 'the connection fell silent');
  }
  return fail('DOWNSTREAM_UNAVAILABLE', error.message);
}
