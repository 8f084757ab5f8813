import type { IncomingMessage } from 'node:http';
import cors from 'cors';
import type { RequestHandler, Router } from 'express';

/** What a page of another origin may read of an answer, besides what any page may (Fetch, "CORS-safelisted"). */
const exposedHeaders = [
  'BFF-Complete',
  'BFF-Sections',
  'ETag',
  'Preference-Applied',
  'Retry-After',
  'Server-Timing',
  'X-Request-Id',
];

/** What it may send. `Authorization` has to be named: a wildcard does not cover it. */
const allowedHeaders = [
  'Authorization',
  'If-None-Match',
  'Prefer',
  'X-Client',
  'X-Request-Id',
  'traceparent',
  'tracestate',
];

/** Seconds that a browser may remember a preflight. Chromium caps it at two hours, which is enough. */
const maxAge = 7200;

export interface CrossOriginOptions {
  /** What the paths take besides GET and HEAD. Default: nothing. */
  readonly methods?: readonly string[];
  /** What a page may send besides what every BFF takes. */
  readonly headers?: readonly string[];
}

/**
 * What lets a page of one of these origins read a refusal that is sent before the router is asked: headers to add, by the
 * request.
 */
export function crossOriginHeaders(
  origins: readonly string[],
): ((req: IncomingMessage) => Readonly<Record<string, string>>) | undefined {
  if (origins.length === 0) return undefined;
  const known = new Set(origins);
  const exposed = exposedHeaders.join(',');
  return ({ headers: { origin } }) =>
    origin !== undefined && known.has(origin)
      ? { Vary: 'Origin', 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': exposed }
      : { Vary: 'Origin' };
}

/**
 * Lets pages of other origins read what the routes that follow answer, errors included, and answers their preflights on
 * the paths of `routes`. Cookies are not let through: the token is in a header, which no browser adds by itself.
 * With no origins, nothing is mounted.
 */
export function allowOrigins(
  router: Router,
  origins: readonly string[],
  routes: readonly { readonly path: string }[],
  { methods: others = [], headers = [] }: CrossOriginOptions = {},
): void {
  if (origins.length === 0) return;
  const methods = ['GET', 'HEAD', ...others];
  // Passes preflights on: what other OPTIONS requests are told, the answer to a preflight may tell as well.
  router.use(
    cors({
      origin: [...origins],
      methods,
      allowedHeaders: [...allowedHeaders, ...headers],
      exposedHeaders,
      maxAge,
      preflightContinue: true,
    }),
  );
  const allow = [...methods, 'OPTIONS'].join(', ');
  const answerOptions: RequestHandler = (_req, res) => void res.writeHead(204, { Allow: allow }).end();
  for (const { path } of routes) router.options(path, answerOptions);
}
