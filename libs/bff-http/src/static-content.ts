import { createHash } from 'node:crypto';
import type { Router } from 'express';

/** Something that is the same for everyone from the start of the process to its end. */
export interface StaticContent {
  readonly type: string;
  readonly body: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Serves it from memory. A browser asks every time, and is told 304 while nothing has changed: never an old page after a
 * new version. The tag is made of the content, so that all replicas agree on it, and is a weak one, because the content
 * may be compressed on its way (RFC 9110, section 8.8.3).
 */
export function serveContent(router: Router, path: string, { type, body, headers = {} }: StaticContent): void {
  const tag = createHash('sha256').update(body).digest('base64url').slice(0, 27);
  const described = Object.entries({
    'Content-Type': type,
    'Cache-Control': 'no-cache',
    ETag: `W/"${tag}"`,
    ...headers,
  });
  router.get(path, (req, res) => {
    for (const [name, value] of described) res.setHeader(name, value);
    // Compares If-None-Match with the tag that was just set.
    if (req.fresh) {
      res.status(304).end();
      return;
    }
    res.setHeader('Content-Length', body.length);
    res.end(body);
  });
}
