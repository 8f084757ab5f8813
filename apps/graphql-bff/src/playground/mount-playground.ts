import { serveContent } from '@bff/bff-http';
import { sendText } from '@bff/service-shell';
import type { Router } from 'express';
import { bundledFiles } from './bundled-files.ts';
import { type DevelopmentToken, mountDevelopmentToken } from './mount-development-token.ts';
import { missingPage, playgroundPage } from './playground-page.ts';

export interface PlaygroundOptions {
  /** Gets a token for whoever opens the page. Not in production: then it asks nobody, and a person pastes one. */
  readonly tokenFrom?: DevelopmentToken | undefined;
  /** Where the page's files are. Default where a build puts them; see `bundledFiles`. */
  readonly bundleDir?: string | undefined;
}

const html = 'text/html; charset=utf-8';

/**
 * What the page may do: run its own scripts and workers, load its own files, call its own origin. Nothing from elsewhere,
 * and no script inline. Styles inline it must be allowed: Monaco writes its themes and places its lines by them. A picture
 * as `data:` is what Monaco's style sheet has inside.
 */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Serves the playground at `/` and what it loads under `/playground/`, all of it from memory and from nowhere else, so that
 * it works with no internet. It asks for no token: it shows nobody's data until somebody is asking. When the page was never
 * built, `/` says with 503 how to do that, and everything else of the app works.
 */
export function mountPlayground(router: Router, { tokenFrom, bundleDir }: PlaygroundOptions = {}): void {
  const files = bundledFiles(bundleDir === undefined ? undefined : [bundleDir]);
  if (files.length === 0) {
    router.get('/', (_req, res) =>
      sendText(res, 503, missingPage, { 'Content-Type': html, 'Cache-Control': 'no-store' }),
    );
    return;
  }
  const page = Buffer.from(playgroundPage({ asksForToken: tokenFrom !== undefined }));
  serveContent(router, '/', { type: html, body: page, headers: { 'Content-Security-Policy': pagePolicy } });
  for (const { name, type, body } of files) serveContent(router, `/playground/${name}`, { type, body });
  if (tokenFrom) mountDevelopmentToken(router, '/playground/token', tokenFrom);
}
