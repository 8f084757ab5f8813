import path from 'node:path';
import { type PlacedApp, variableOf } from '../placed-app.ts';

/**
 * The environment of one app: its own ports, where every service is, and who issues tokens. What the person has set
 * explicitly wins, but for `PORT` and `ADMIN_PORT`, which cannot be meant for all apps at once.
 */
export function childEnvironment(
  app: PlacedApp,
  all: readonly PlacedApp[],
  root: string,
  env: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const services = all.filter(({ kind }) => kind === 'service');
  const issuer = all.find(({ name }) => name === 'user-service')?.url;
  const cache = path.join(root, 'node_modules/.cache');
  return {
    NODE_COMPILE_CACHE: path.join(cache, 'node-compile'),
    // Kept, so that a token outlives a restart.
    AUTH_SIGNING_KEY_FILE: path.join(cache, 'bff/signing-key.json'),
    ...(issuer === undefined ? {} : { AUTH_ISSUER: issuer, AUTH_JWKS_URL: `${issuer}/.well-known/jwks.json` }),
    ...env,
    ...Object.fromEntries(services.map((service) => [variableOf(service, 'URL'), service.url])),
    PORT: String(app.port),
    ADMIN_PORT: String(app.adminPort),
  };
}
