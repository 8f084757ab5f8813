import path from 'node:path';
import { root } from './running-command.ts';

/** Where a BFF finds what it needs, when one server plays all four services. */
export interface BffSurroundings {
  readonly servicesUrl: string;
  readonly issuer: string;
  readonly jwksUrl: string;
}

/** A measurement that is broken off leaves no process behind. */
export const endWithParent = path.join(root, 'tools/src/start/end-with-parent.ts');

/** The environment of a BFF as in production. */
export const bffEnvironment = (
  { servicesUrl, issuer, jwksUrl }: BffSurroundings,
  { port, adminPort }: { readonly port: number; readonly adminPort: number },
): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(['ORDER', 'USER', 'PAYMENT', 'INVENTORY'].map((name) => [`${name}_SERVICE_URL`, servicesUrl])),
  NODE_ENV: 'production',
  PORT: String(port),
  ADMIN_PORT: String(adminPort),
  AUTH_ISSUER: issuer,
  AUTH_JWKS_URL: jwksUrl,
});
