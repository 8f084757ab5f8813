import { tokenRequestSchema, userOperations } from '@bff/contracts';
import { readJsonBody, sendJson } from '@bff/service-shell';
import { Router } from 'express';
import { type IdentityIssuer } from './identity-issuer.ts';

/** Short enough for a changed key to be noticed within minutes by whoever caches it. */
const keysMaxAgeSeconds = 300;
const cacheable = { 'Cache-Control': `public, max-age=${keysMaxAgeSeconds}` };

/** The issuer over HTTP: `POST /token`, the JWK set and the metadata. */
export function identityRouter(issuer: IdentityIssuer): Router {
  const router = Router({ caseSensitive: true });

  router.post(userOperations.issueToken.path, async (req, res) => {
    const request = await readJsonBody({ req, res }, tokenRequestSchema);
    // A token is a secret (RFC 6749, section 5.1).
    sendJson(res, 200, await issuer.issue(request), { 'Cache-Control': 'no-store' });
  });

  router.get(userOperations.getSigningKeys.path, (_req, res) => {
    sendJson(res, 200, issuer.keySet, { ...cacheable, 'Content-Type': 'application/jwk-set+json' });
  });

  router.get('/.well-known/openid-configuration', (_req, res) => {
    sendJson(res, 200, issuer.metadata, cacheable);
  });

  return router;
}
