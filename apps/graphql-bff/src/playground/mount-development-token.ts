import { codeProblem } from '@bff/errors';
import { requestScope, sendJson } from '@bff/service-shell';
import type { Router } from 'express';

/** Gets a token, or rejects. Aborting `signal` ends it. */
export type DevelopmentToken = (signal: AbortSignal) => Promise<string>;

/**
 * Answers `{ "token": … }` to the page of this very origin. A page of another site cannot have it: what a browser says of
 * where a request comes from (Fetch Metadata) no page can change, and without a CORS header it could not read it either.
 */
export function mountDevelopmentToken(router: Router, path: string, tokenFrom: DevelopmentToken): void {
  router.get(path, async (req, res) => {
    res.vary('Sec-Fetch-Site');
    if (!fromHere.has(req.headersDistinct['sec-fetch-site']?.join())) {
      throw codeProblem('FORBIDDEN', { detail: 'Only a page of this origin may ask for a token.' });
    }
    const { signal } = requestScope(res);
    const token = await tokenFrom(signal).catch((cause: unknown) => {
      signal.throwIfAborted();
      throw codeProblem('DOWNSTREAM_UNAVAILABLE', { detail: 'The development issuer gave no token.', cause });
    });
    sendJson(res, 200, { token }, { 'Cache-Control': 'no-store', 'Cross-Origin-Resource-Policy': 'same-origin' });
  });
}

/** A page of this origin; a person who typed the address; what is no browser. */
const fromHere: ReadonlySet<string | undefined> = new Set(['same-origin', 'none', undefined]);
