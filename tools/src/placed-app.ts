import { type AppEntry, apps } from './apps.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** An app with the ports and URLs that hold on this machine. */
export interface PlacedApp extends AppEntry {
  readonly url: string;
  readonly adminUrl: string;
  /** True when `<NAME>_URL` points at one that runs elsewhere, so that none is started here. */
  readonly external: boolean;
}

/** A value in the environment that cannot be used. The message names the variable, what was given and what is allowed. */
export class BadEnvironment extends Error {
  override readonly name = 'BadEnvironment';
}

/**
 * Applies `ORDER_SERVICE_PORT`, `ORDER_SERVICE_ADMIN_PORT`, `ORDER_SERVICE_URL` and the like of each app.
 * @throws {BadEnvironment} on a port or URL that is none
 */
export function placeApps(env: Env, table: readonly AppEntry[] = apps): readonly PlacedApp[] {
  return table.map((app) => {
    const port = portFrom(env, variableOf(app, 'PORT'), app.port);
    const adminPort = portFrom(env, variableOf(app, 'ADMIN_PORT'), app.adminPort);
    const given = app.kind === 'service' ? urlFrom(env, variableOf(app, 'URL')) : undefined;
    return {
      ...app,
      port,
      adminPort,
      url: given ?? `http://127.0.0.1:${port}`,
      adminUrl: `http://127.0.0.1:${adminPort}`,
      external: given !== undefined,
    };
  });
}

/** `ORDER_SERVICE_PORT` for the order service's `PORT`. */
export const variableOf = (app: AppEntry, what: 'PORT' | 'ADMIN_PORT' | 'URL'): string =>
  `${app.name.toUpperCase().replaceAll('-', '_')}_${what}`;

function portFrom(env: Env, variable: string, byDefault: number): number {
  const given = env[variable];
  if (given === undefined || given === '') return byDefault;
  const port = Number(given);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new BadEnvironment(`${variable} is "${given}"; allowed is a whole number from 1 to 65535`);
}

function urlFrom(env: Env, variable: string): string | undefined {
  const given = env[variable];
  if (given === undefined || given === '') return undefined;
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return given.replace(/\/+$/, '');
  throw new BadEnvironment(`${variable} is "${given}"; allowed is a URL that begins with http:// or https://`);
}
