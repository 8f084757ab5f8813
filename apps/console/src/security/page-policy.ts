/**
 * What the page may do: run its own scripts, load its own files, call its own origin. Nothing from elsewhere and nothing
 * inline: React, React Flow and uPlot set styles by script, element by element, which needs no leave. A picture as `data:`
 * is what a build makes of a small one.
 */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
