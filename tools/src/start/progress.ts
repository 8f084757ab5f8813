import { setTimeout as sleep } from 'node:timers/promises';
import type { AppProcess } from './app-process.ts';
import type { Screen } from './screen.ts';
import { waitUntilReady } from './wait-until-ready.ts';

/** Longer than this, and the table is shown with what is ready; the rest is still waited for. */
const PATIENCE_MS = 30_000;

/** Shows which apps are still waited for. Resolves when none is, or when it takes too long. */
export async function showProgress(processes: readonly AppProcess[], screen: Screen, stop: AbortSignal): Promise<void> {
  const show = (plain: (names: string, count: string) => string) => {
    const waiting = processes.filter(({ state }) => state.is === 'starting').map(({ app }) => app.name);
    const names = waiting.join(', ');
    const ready = processes.filter(({ state }) => state.is === 'ready').length;
    const count = `${ready} of ${processes.length}`;
    screen.status(names === '' ? '' : `Starting: ${count} ready, waiting for ${names}`, plain(names, count));
  };
  show((names) => `Starting ${names}`);
  const all = Promise.all(
    processes.map(async (running) => {
      if (await waitUntilReady(running, stop)) show((_names, count) => `${running.app.name} is ready (${count})`);
    }),
  );
  await Promise.race([all, sleep(PATIENCE_MS, undefined, { ref: false })]);
}
