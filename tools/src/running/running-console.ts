import { watchedApps } from '../apps.ts';
import { variableOf } from '../placed-app.ts';
import { freePorts } from './free-ports.ts';
import { runScript } from './running-command.ts';
import { type WholeSystem, untilReady } from './whole-system.ts';

/** The console as a process of its own. */
export interface RunningConsole {
  readonly url: string;
  readonly adminUrl: string;
  close(): Promise<void>;
}

/** Starts a console that watches this system. `hosts` are the names that a browser may reach it by. */
export async function startConsole(system: WholeSystem, hosts = ''): Promise<RunningConsole> {
  const [port = 0, adminPort = 0] = await freePorts(2);
  const command = runScript('apps/console/src/main.ts', [], {
    PORT: String(port),
    ADMIN_PORT: String(adminPort),
    CONSOLE_HOSTS: hosts,
    CONSOLE_TARGETS: watchedApps.map(({ name }) => `${name}=${system.adminUrl(name)}`).join(),
    ...Object.fromEntries(watchedApps.map((app) => [variableOf(app, 'URL'), system.publicUrl(app.name)])),
  });
  const adminUrl = `http://127.0.0.1:${adminPort}`;
  await untilReady(adminUrl);
  return {
    url: `http://127.0.0.1:${port}`,
    adminUrl,
    async close() {
      await command.end('SIGTERM');
    },
  };
}
