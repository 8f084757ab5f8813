import path from 'node:path';
import { BadEnvironment, type PlacedApp, placeApps } from '../placed-app.ts';
import { runSystem } from './run-system.ts';
import { createScreen } from './screen.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
// The channel to `npm start` closes when that process is killed.
process.once('disconnect', () => stop.abort());
process.channel?.unref();

function place(): readonly PlacedApp[] {
  try {
    return placeApps(process.env);
  } catch (error) {
    if (!(error instanceof BadEnvironment)) throw error;
    console.error(error.message);
    return process.exit(1);
  }
}

const apps = place();
const screen = createScreen(process.stdout);
for (const variable of ['PORT', 'ADMIN_PORT']) {
  if (process.env[variable])
    screen.line(`${variable} is ignored: set that of one app, such as MOBILE_BFF_${variable}.`);
}
process.exit(await runSystem({ apps, root, env: process.env, screen, stop: stop.signal }));
