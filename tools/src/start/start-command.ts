import type { AppEntry } from '../apps.ts';
import { BadEnvironment, type PlacedApp, placeApps } from '../placed-app.ts';
import { runSystem } from './run-system.ts';
import { createScreen } from './screen.ts';

/** The whole of `npm start` for a table of apps in a workspace: ends the process when the system has ended. */
export async function startCommand(table: readonly AppEntry[], root: string): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
  // The channel to `npm start` closes when that process is killed.
  process.once('disconnect', () => stop.abort());
  process.channel?.unref();

  const screen = createScreen(process.stdout);
  const apps = place(table);
  for (const variable of ['PORT', 'ADMIN_PORT']) {
    if (process.env[variable])
      screen.line(`${variable} is ignored: set that of one app, such as MOBILE_BFF_${variable}.`);
  }
  process.exit(await runSystem({ apps, root, env: process.env, screen, stop: stop.signal }));
}

function place(table: readonly AppEntry[]): readonly PlacedApp[] {
  try {
    return placeApps(process.env, table);
  } catch (error) {
    if (!(error instanceof BadEnvironment)) throw error;
    console.error(error.message);
    return process.exit(1);
  }
}
