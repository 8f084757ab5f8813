import path from 'node:path';
import { type PlacedApp, variableOf } from '../placed-app.ts';

/**
 * The environment of one app: its own ports, where every service is, who issues tokens, and for a console what there is to
 * watch. What the person has set
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
    ...(app.kind === 'console' ? whatToWatch(all) : {}),
    ...env,
    ...Object.fromEntries(services.map((service) => [variableOf(service, 'URL'), service.url])),
    PORT: String(app.port),
    ADMIN_PORT: String(app.adminPort),
  };
}

/** An app that runs elsewhere has no admin port that could be known. */
function whatToWatch(all: readonly PlacedApp[]): NodeJS.ProcessEnv {
  const watched = all.filter(({ kind, external }) => kind !== 'console' && !external);
  const bffs = all.filter(({ kind }) => kind === 'bff');
  return {
    CONSOLE_TARGETS: watched.map(({ name, adminUrl }) => `${name}=${adminUrl}`).join(),
    ...Object.fromEntries(bffs.map((bff) => [variableOf(bff, 'URL'), bff.url])),
  };
}
