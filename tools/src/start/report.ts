import { styleText } from 'node:util';
import type { PlacedApp } from '../placed-app.ts';
import type { AppProcess } from './app-process.ts';
import { formatLogLine } from './format-log-line.ts';
import { stateTable } from './state-table.ts';
import { tryItLines } from './try-it.ts';

/** The table of every app, and lines to try when all of them are ready. */
export async function reportStart(apps: readonly PlacedApp[], processes: readonly AppProcess[]): Promise<string[]> {
  const rows = apps.map((app) => ({ app, state: processes.find((running) => running.app === app)?.state }));
  const missing = rows.filter(({ state }) => state !== undefined && state.is !== 'ready').map(({ app }) => app.name);
  const rest =
    missing.length > 0
      ? [`Not everything is up: ${missing.join(', ')}. What was written about it is above.`]
      : await tryItLines(apps).catch((error: unknown) => [`No lines to try: ${messageOf(error)}.`]);
  return ['', ...stateTable(rows), '', ...rest, '', 'Ctrl-C ends everything.', ''];
}

/** Says how a process ended, repeats the last it wrote, and shows what still runs. */
export function reportEnd(ended: AppProcess, all: readonly AppProcess[]): string[] {
  const how = ended.state.is === 'ended' ? ended.state.reason : 'unknown';
  const last = ended.lastLines.flatMap((line) => (formatLogLine(line) ?? '').split('\n')).filter(Boolean);
  return [
    '',
    styleText(
      'red',
      `${ended.app.name} has ended with ${how}. ${last.length === 0 ? 'It wrote nothing.' : 'Its last lines:'}`,
    ),
    ...last.map((line) => `  ${line}`),
    '',
    ...stateTable(all.map(({ app, state }) => ({ app, state }))),
    '',
  ];
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
