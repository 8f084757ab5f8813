import { constants } from 'node:zlib';
import type { Tunable } from '@bff/resilience';
import compression from 'compression';
import type { RequestHandler, Response, Router } from 'express';

export interface CompressionOptions {
  /** Bytes from which a body is compressed. Below about 1,000 it costs time and gains nothing: it fits into one packet. */
  readonly minBytes: Tunable<number>;
}

/**
 * Compresses what the routes that follow answer, as the client accepts it: Brotli before gzip. Every answer says that it
 * varies by `Accept-Encoding`, also one that is too small or has no body.
 */
export function compressAnswers(router: Router, { minBytes }: CompressionOptions): void {
  const compress = compression({
    // The limit is in the filter, where it can change while the process runs.
    threshold: 0,
    filter: (req, res) => {
      // An answer that says no length has no body (304).
      if (!compression.filter(req, res) || !(lengthOf(res) >= minBytes())) return false;
      if (req.method === 'HEAD') dropLength(res);
      return true;
    },
    // What a page gains above this is a few per cent, at several times the cost.
    brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  const vary: RequestHandler = (_req, res, next) => {
    res.vary('Accept-Encoding');
    next();
  };
  router.use(vary, compress);
}

const lengthOf = (res: Response): number => Number(res.getHeader('Content-Length') ?? Number.NaN);

/** GET would have a length that is not known before it is compressed, so HEAD must not give one (RFC 9110, section 8.6). */
const dropLength = (res: Response): void => res.removeHeader('Content-Length');
