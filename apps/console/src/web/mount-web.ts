import { HttpProblem } from '@bff/errors';
import { sendText } from '@bff/service-shell';
import type { Request, Response, Router } from 'express';
import { pagePolicy } from '../security/page-policy.ts';
import { missingPage } from './missing-page.ts';
import { type WebFile, webFiles } from './web-files.ts';

/** The page's views are fragments of its address. */
const views = ['/', '/index.html'];

const html = 'text/html; charset=utf-8';

/**
 * Serves the page at `/` and what it loads beside it, from memory. When the page was never built, `/` says with 503 how to do
 * that, and looks again at the next request. `from` is where its files are; default where a build puts them.
 */
export function mountWeb(router: Router, from?: readonly string[]): void {
  let files = webFiles(from);
  router.get(views, (req, res) => {
    if (!files.has('index.html')) files = webFiles(from);
    const page = files.get('index.html');
    if (page) sendFile(req, res, page, { 'Cache-Control': 'no-cache', 'Content-Security-Policy': pagePolicy });
    else sendText(res, 503, missingPage, { 'Content-Type': html, 'Cache-Control': 'no-store' });
  });
  // A build puts a hash of the content into these names.
  router.get('/assets/:name', (req, res) => {
    const file = files.get(`assets/${req.params.name}`);
    if (file) sendFile(req, res, file, { 'Cache-Control': 'public, max-age=31536000, immutable' });
    else throw noSuchFile();
  });
  router.get('/:name', (req, res) => {
    const file = files.get(req.params.name);
    if (file) sendFile(req, res, file, { 'Cache-Control': 'no-cache' });
    else throw noSuchFile();
  });
}

const noSuchFile = (): HttpProblem => new HttpProblem(404, 'ROUTE_NOT_FOUND', 'There is nothing at this path');

function sendFile(req: Request, res: Response, file: WebFile, headers: Readonly<Record<string, string>>): void {
  const all = { ...headers, ETag: file.etag, 'Cross-Origin-Resource-Policy': 'same-origin' };
  for (const [name, value] of Object.entries(all)) res.setHeader(name, value);
  if (req.headers['if-none-match'] === file.etag) {
    res.writeHead(304).end();
    return;
  }
  res.writeHead(200, { 'Content-Type': file.type, 'Content-Length': file.body.length }).end(file.body);
}
