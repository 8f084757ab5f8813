import { styleText } from 'node:util';
import type { PlacedApp } from '../placed-app.ts';
import { AppProcess } from './app-process.ts';
import { buildPages } from './build-pages.ts';
import { childEnvironment } from './child-environment.ts';
import { formatLogLine } from './format-log-line.ts';
import { findPortConflicts } from './port-check.ts';
import { showProgress } from './progress.ts';
import { reportEnd, reportStart } from './report.ts';
import type { Screen } from './screen.ts';

export interface SystemOptions {
  readonly apps: readonly PlacedApp[];
  /** The workspace root. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly screen: Screen;
  /** Ends everything when aborted. */
  readonly stop: AbortSignal;
}

/** Runs every app until `stop` is aborted or all have ended by themselves. Resolves to the exit code. */
export async function runSystem(options: SystemOptions): Promise<0 | 1> {
  const { apps, env, screen, stop } = options;
  const ours = apps.filter((app) => !app.external);
  const conflicts = await findPortConflicts(ours, env['HOST'] || '127.0.0.1');
  for (const conflict of conflicts) screen.line(conflict);
  if (conflicts.length > 0) return 1;
  // Before the apps start, some of which read them once.
  await buildPages(ours, options);
  if (stop.aborted) return 0;

  const stopped = new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }));
  const processes = startAll(ours, options);
  const allEnded = Promise.all(processes.map((running) => running.ended));

  await Promise.race([showProgress(processes, screen, stop), stopped]);
  screen.status('');
  if (!stop.aborted) for (const line of await reportStart(apps, processes)) screen.line(line);

  await Promise.race([stopped, allEnded]);
  if (!stop.aborted) {
    screen.line('Every process has ended.');
    return 1;
  }
  screen.line('Stopping …');
  await Promise.all(processes.map((running) => running.stop()));
  screen.line('Everything has stopped.');
  return 0;
}

const prefixColours = ['cyan', 'magenta', 'blue', 'yellow', 'green'] as const;

function startAll(ours: readonly PlacedApp[], { apps, root, env, screen, stop }: SystemOptions): AppProcess[] {
  const width = Math.max(...ours.map((app) => app.name.length));
  const processes: AppProcess[] = [];
  for (const [index, app] of ours.entries()) {
    const colour = prefixColours[index % prefixColours.length] ?? 'cyan';
    const prefix = `${styleText(colour, app.name.padEnd(width))} `;
    const running: AppProcess = new AppProcess({
      app,
      root,
      env: childEnvironment(app, apps, root, env),
      onLine(line) {
        const shown = formatLogLine(line);
        if (shown !== undefined) for (const part of shown.split('\n')) screen.line(prefix + part);
      },
      onEnd() {
        if (!stop.aborted) for (const line of reportEnd(running, processes)) screen.line(line);
      },
    });
    processes.push(running);
  }
  return processes;
}
