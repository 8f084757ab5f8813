import type { IncomingMessage } from 'node:http';
import { BadRequest, HttpProblem } from '@bff/errors';

export interface RequestLimits {
  /** Longest request target, query included. Default 2,048; longer is 414. */
  maxUrlChars: number;
  /** Largest body of a request. Default 64 KiB; larger is 413. A route can ask for less, not for more. */
  maxBodyBytes: number;
  /** Largest body of a GET, HEAD, OPTIONS or TRACE, where none means anything (RFC 9110 section 9.3.1). Default 1 KiB. */
  maxMeaninglessBodyBytes: number;
  /** Most header fields. Default 100; more is 431. Node by itself drops the surplus without a word. */
  maxHeaders: number;
}

export const defaultRequestLimits: RequestLimits = {
  maxUrlChars: 2048,
  maxBodyBytes: 64 * 1024,
  maxMeaninglessBodyBytes: 1024,
  maxHeaders: 100,
};

const withoutBody = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/** What is wrong with a request whatever its route is, or undefined. Looks at the head only. */
export function refusalOf(req: IncomingMessage, limits: RequestLimits): HttpProblem | undefined {
  const target = req.url ?? '/';
  if (target.length > limits.maxUrlChars) {
    return new HttpProblem(414, 'URI_TOO_LONG', 'The URL is too long', {
      detail: `at most ${limits.maxUrlChars} characters are taken`,
    });
  }
  if (req.headers.host === undefined && req.httpVersion === '1.1') return noHost();
  if (req.rawHeaders.length > limits.maxHeaders * 2) return tooManyHeaders(limits.maxHeaders);
  return bodyRefusal(req, limits) ?? expectationRefusal(req) ?? (isDecodable(target) ? undefined : badEncoding());
}

function bodyRefusal(req: IncomingMessage, limits: RequestLimits): HttpProblem | undefined {
  const meaningless = withoutBody.has(req.method ?? 'GET');
  if (req.headers['transfer-encoding'] !== undefined) {
    if (!meaningless) return undefined;
    return new HttpProblem(411, 'LENGTH_REQUIRED', 'This method takes no body of unknown length');
  }
  const maxBytes = meaningless ? Math.min(limits.maxMeaninglessBodyBytes, limits.maxBodyBytes) : limits.maxBodyBytes;
  return Number(req.headers['content-length'] ?? 0) > maxBytes ? contentTooLarge(maxBytes) : undefined;
}

export const contentTooLarge = (maxBytes: number): HttpProblem =>
  new HttpProblem(413, 'CONTENT_TOO_LARGE', 'The request body is too large', {
    detail: `at most ${maxBytes} bytes are taken`,
  });

/** RFC 9112 section 3.2. */
const noHost = (): BadRequest => new BadRequest([{ in: 'header', field: 'Host', reason: 'is missing; must be given' }]);

const tooManyHeaders = (maxHeaders: number): HttpProblem =>
  new HttpProblem(431, 'REQUEST_HEADER_FIELDS_TOO_LARGE', 'The request has too many headers', {
    detail: `at most ${maxHeaders} are taken`,
  });

/** RFC 9110 section 10.1.1: the only expectation there is. */
function expectationRefusal(req: IncomingMessage): HttpProblem | undefined {
  const { expect } = req.headers;
  if (expect === undefined || expect.toLowerCase() === '100-continue') return undefined;
  return new HttpProblem(417, 'EXPECTATION_FAILED', 'The expectation of this request cannot be met');
}

/** Checked for every path, so that it is 400 whether or not a route would have decoded it. */
function isDecodable(target: string): boolean {
  const path = pathOf(target);
  if (!path.includes('%')) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

const badEncoding = (): BadRequest =>
  new BadRequest([{ in: 'path', field: '(path)', reason: 'must be percent-encoded UTF-8' }]);

/** The path of a request target: without its query, and without the origin of the absolute form (RFC 9112 section 3.2.2). */
export function pathOf(target: string): string {
  const query = target.indexOf('?');
  const path = query === -1 ? target : target.slice(0, query);
  return path.startsWith('/') ? path : path.replace(/^https?:\/\/[^/]*/i, '') || '/';
}
