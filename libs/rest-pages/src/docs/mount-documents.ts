import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { serveContent } from '@bff/bff-http';
import type { Router } from 'express';
// Only files of this package are used. A bundler that leaves packages outside learns from this line that it is needed.
import 'swagger-ui-dist/absolute-path.js';
import type { OpenApiDocument } from '../openapi/openapi-document.ts';
import { docsPage, pageScript, pageStyle } from './docs-page.ts';

const types = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  png: 'image/png',
};

/** The files of Swagger UI that the page needs, of the many that the package has. */
const swaggerUiFiles = [
  { file: 'swagger-ui-bundle.js', type: types.js },
  { file: 'swagger-ui.css', type: types.css },
  { file: 'favicon-32x32.png', type: types.png },
];

/**
 * What the page may do: load its own files and the pictures that are part of its style sheet, and call its own origin,
 * which is what "Try it out" does. Nothing inline, nothing from elsewhere.
 */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Serves the document at `/openapi.json`, and at `/docs` a page to read it and try it. The page loads nothing from
 * anywhere else, so it works with no internet. Neither asks for a token: they tell what can be asked, and show nobody's
 * data.
 * @throws Error when the files of Swagger UI are not installed
 */
export function mountDocuments(router: Router, document: OpenApiDocument): void {
  const serve = (at: string, type: string, text: string, headers?: Readonly<Record<string, string>>) =>
    serveContent(router, at, { type, body: Buffer.from(text), ...(headers && { headers }) });

  serve('/openapi.json', 'application/json', JSON.stringify(document));
  router.get('/docs', (req, res, next) => {
    // The addresses in the page are relative, and hold without a slash at the end only.
    if (req.path.endsWith('/')) res.redirect(308, '../docs');
    else next();
  });
  serve('/docs', types.html, docsPage(document), { 'Content-Security-Policy': pagePolicy });
  serve('/docs/page.js', types.js, pageScript);
  serve('/docs/page.css', types.css, pageStyle);
  const { resolve } = createRequire(import.meta.url);
  for (const { file, type } of swaggerUiFiles) {
    serveContent(router, `/docs/${file}`, { type, body: readFileSync(resolve(`swagger-ui-dist/${file}`)) });
  }
}
