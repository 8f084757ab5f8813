import { styleText } from 'node:util';
import type { PlacedApp } from '../placed-app.ts';
import type { AppState } from './app-process.ts';

/** One row of the table; an app that runs elsewhere has no state that could be known. */
export interface TableRow {
  readonly app: PlacedApp;
  readonly state: AppState | undefined;
}

/** The table of apps: name, URL, state. */
export function stateTable(rows: readonly TableRow[]): string[] {
  const nameWidth = widest(rows.map(({ app }) => app.name));
  const urlWidth = widest(rows.map(({ app }) => app.url));
  const row = (name: string, url: string, state: string) =>
    `  ${name.padEnd(nameWidth)}  ${url.padEnd(urlWidth)}  ${state}`;
  return [
    styleText('bold', row('app', 'URL', 'state')),
    ...rows.map(({ app, state }) => row(app.name, app.url, describeState(state))),
  ];
}

/** `ready`, in the colour that it deserves. */
export function describeState(state: AppState | undefined): string {
  if (state === undefined) return styleText('dim', 'runs elsewhere');
  switch (state.is) {
    case 'starting':
      return styleText('yellow', 'not ready yet');
    case 'ready':
      return styleText('green', `ready in ${(state.afterMs / 1000).toFixed(1)} s`);
    case 'ended':
      return styleText('red', `ended: ${state.reason}`);
  }
}

const widest = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length));
