import { existsSync } from 'node:fs';
import path from 'node:path';
import type { TokenIssuer } from '@bff/testing';
import { type AppEntry, apps } from '../../../src/apps.ts';
import { type PlacedApp, placeApps, variableOf } from '../../../src/placed-app.ts';
import { freePorts } from '../../../src/running/free-ports.ts';
import { root } from '../../../src/running/running-command.ts';
import { childEnvironment } from '../../../src/start/child-environment.ts';
import type { Launch } from './ready-time.ts';

/** The environment that puts every app on ports that are free, as `npm start` reads it. */
export async function freePlaces(): Promise<NodeJS.ProcessEnv> {
  const ports = await freePorts(apps.length * 2);
  const places = apps.flatMap((app, index) => [
    [variableOf(app, 'PORT'), String(ports[index * 2])],
    [variableOf(app, 'ADMIN_PORT'), String(ports[index * 2 + 1])],
    // A developer's own services must not reach into this.
    [variableOf(app, 'URL'), undefined],
  ]);
  return { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...Object.fromEntries(places) };
}

export interface AppLaunches {
  readonly app: AppEntry;
  /** From its sources, as `npm start` does it: with Node's cache of compiled code. */
  readonly source: Launch;
  /** From what `npm run build` made, as in the image; undefined when it made nothing. */
  readonly bundle: Launch | undefined;
}

/** How each app is started by itself. A BFF is ready when it has the issuer's keys, and needs nobody else for that. */
export async function appLaunches({ issuer, jwksUrl }: TokenIssuer): Promise<readonly AppLaunches[]> {
  const env = { ...(await freePlaces()), AUTH_ISSUER: issuer, AUTH_JWKS_URL: jwksUrl };
  const placed = placeApps(env);
  return placed.map((app) => ({ app, source: fromSource(app, placed, env), bundle: fromBundle(app, placed, env) }));
}

const fromSource = (app: PlacedApp, all: readonly PlacedApp[], env: NodeJS.ProcessEnv): Launch => ({
  args: ['--import', path.join(root, 'tools/src/start/end-with-parent.ts'), `${app.dir}/src/main.ts`],
  cwd: root,
  env: childEnvironment(app, all, root, env),
  adminUrl: app.adminUrl,
});

function fromBundle(app: PlacedApp, all: readonly PlacedApp[], env: NodeJS.ProcessEnv): Launch | undefined {
  const cwd = path.join(root, 'dist', app.name);
  if (!existsSync(path.join(cwd, 'main.js'))) return undefined;
  const image = { NODE_OPTIONS: '--enable-source-maps', NODE_COMPILE_CACHE: undefined };
  return {
    args: ['main.js'],
    cwd,
    // The stand-ins for services are for development alone.
    env: { ...childEnvironment(app, all, root, env), ...image, ...(app.kind === 'bff' && { NODE_ENV: 'production' }) },
    adminUrl: app.adminUrl,
  };
}
