/** Stands at `/` while the page was never built. */
export const missingPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Console: not built</title>
  </head>
  <body>
    <h1>The page of the console was not built</h1>
    <p>Run <code>npx nx web console</code> and load this page again.</p>
    <p>The console itself runs: <a href="api/state">what it knows</a>.</p>
  </body>
</html>
`;
