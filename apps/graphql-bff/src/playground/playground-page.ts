export interface PlaygroundPageOptions {
  /** Whether the page asks `/playground/token` for a token. It does not try: a 404 would stand in the console as an error. */
  readonly asksForToken: boolean;
}

/**
 * The page at `/`. Its addresses are relative, so that it also works behind a proxy that serves the app under a path.
 */
export const playgroundPage = ({ asksForToken }: PlaygroundPageOptions): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>GraphQL BFF</title>
    <link rel="icon" type="image/svg+xml" href="playground/icon.svg" />
    <link rel="stylesheet" href="playground/main.css" />
    <link rel="stylesheet" href="playground/page.css" />
    <script type="module" src="playground/main.js"></script>
  </head>
  <body>
    <main id="page"${asksForToken ? ' data-token="playground/token"' : ''}></main>
    <noscript>This page needs JavaScript. The API itself is at <code>graphql</code> and takes POST.</noscript>
  </body>
</html>
`;

/** The page when there is nothing to load. */
export const missingPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="color-scheme" content="light dark" />
    <title>GraphQL BFF</title>
  </head>
  <body>
    <h1>The playground was not built</h1>
    <p>Run <code>npx nx playground graphql-bff</code> and start graphql-bff again.</p>
    <p>The API itself is at <code>graphql</code>, takes POST, and works without it.</p>
  </body>
</html>
`;
