import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { HttpProblem } from '@bff/errors';
import type { RequestHandler } from 'express';

/**
 * Lets in who asks for this console by a name of its own, and keeps out the pages of other sites that a browser has open.
 *
 * A name that is not ours may be one whose owner made it lead here, to read what only we should (DNS rebinding); an address
 * cannot be made to. What a browser says of where a request comes from (Fetch Metadata, `Origin`) no page can change. What
 * is no browser says nothing of it, and could send anything.
 */
export function ownPageOnly(hosts: readonly string[]): RequestHandler {
  const known = new Set(['localhost', ...hosts]);
  return (req, _res, next) => {
    if (!isOwnHost(req.headers.host, known)) throw refusal('HOST_NOT_KNOWN', unknownHost);
    if (!isFromHere(req)) throw refusal('OTHER_ORIGIN', 'Only the page of this console may ask for this.');
    next();
  };
}

const unknownHost =
  'The console answers to localhost, to addresses, and to the names in CONSOLE_HOSTS; this request was sent to none.';

function isOwnHost(host: string | undefined, known: ReadonlySet<string>): boolean {
  const name = hostNameOf(host);
  return name !== undefined && (known.has(name) || isIP(name.replace(/^\[|\]$/g, '')) !== 0);
}

function hostNameOf(host: string | undefined): string | undefined {
  const url = `http://${host}`;
  // The parsed host must be all that was given: `user@host` and `host/path` are nothing that a browser sends.
  if (host === undefined || !/^[\w.:[\]-]+$/.test(host) || !URL.canParse(url)) return undefined;
  return new URL(url).hostname;
}

/** Navigation (`none`, or from elsewhere to the page itself) is no request of a page. */
function isFromHere(req: IncomingMessage): boolean {
  const isApi = (req.url ?? '/').startsWith('/api/');
  const changes = req.method !== 'GET' && req.method !== 'HEAD';
  const site = req.headers['sec-fetch-site'];
  if ((isApi || changes) && site !== undefined && site !== 'same-origin' && !(site === 'none' && !changes)) {
    return false;
  }
  const { origin, host } = req.headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host?.toLowerCase());
}

const refusal = (code: string, detail: string): HttpProblem =>
  new HttpProblem(403, code, 'This request is not for this console', { detail });
