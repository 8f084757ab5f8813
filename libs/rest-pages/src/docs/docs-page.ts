import type { OpenApiDocument } from '../openapi/openapi-document.ts';

/**
 * The documentation page. Its addresses are relative to `/docs`, so that it also works behind a proxy that serves the
 * app under a path. Nothing in it runs or styles inline, so that its policy can forbid that.
 */
export const docsPage = ({ info }: OpenApiDocument): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${escaped(info.title)}</title>
    <link rel="icon" type="image/png" href="docs/favicon-32x32.png" />
    <link rel="stylesheet" href="docs/swagger-ui.css" />
    <link rel="stylesheet" href="docs/page.css" />
    <script src="docs/swagger-ui-bundle.js" defer></script>
    <script src="docs/page.js" defer></script>
  </head>
  <body>
    <main id="page"></main>
    <noscript>This page needs JavaScript. The document itself is at <a href="openapi.json">openapi.json</a>.</noscript>
  </body>
</html>
`;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** Starts Swagger UI, and keeps it light or dark as the browser is set. */
export const pageScript = `const dark = matchMedia('(prefers-color-scheme: dark)');
const show = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', show);
show();

SwaggerUIBundle({
  url: 'openapi.json',
  dom_id: '#page',
  deepLinking: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
});
`;

/** What Swagger UI leaves to the page around it. */
export const pageStyle = `body {
  margin: 0;
}
html.dark-mode body {
  background: #1c2022;
}
/* Forgotten in its dark colours: the names of response headers. */
html.dark-mode .swagger-ui .header-col {
  color: #e4e6e6;
}
.swagger-ui .info {
  margin: 32px 0 16px;
}
.swagger-ui .scheme-container {
  margin: 0;
  padding: 0 0 16px;
  background: none;
  box-shadow: none;
}
`;
