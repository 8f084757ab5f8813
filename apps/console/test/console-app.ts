import type { Socket } from 'node:net';
import { createLogSink, createLogger } from '@bff/observability';
import { loadConfig } from '@bff/service-shell';
import { start } from '../src/composition-root.ts';
import { configSchema } from '../src/config.ts';
import type { ConsoleOverrides } from '../src/console-parts.ts';
import type { AppState, ConsoleState } from '../src/wire/index.ts';

/** The console as it ships, on real ports. */
export interface StartedConsole {
  readonly url: string;
  readonly adminUrl: string;
  get<T>(path: string): Promise<T>;
  /** Sends JSON as the console's own page does. */
  send(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  state(): Promise<ConsoleState>;
  /** The state as soon as it is such; rejects with the last when it is not within 8 s. */
  until(isSuch: (state: ConsoleState) => boolean): Promise<ConsoleState>;
  logText(): string;
  /** What it has written for browsers, and the system has not taken. */
  heldBytes(): number;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // Tests look at what they expect.
  readonly body: Record<string, unknown>;
}

export async function startConsole(
  targets: readonly (readonly [app: string, url: string])[],
  env: Readonly<Record<string, string>> = {},
  overrides: ConsoleOverrides = {},
): Promise<StartedConsole> {
  const log = createLogSink();
  const config = loadConfig(configSchema, {
    PORT: '0',
    ADMIN_PORT: '0',
    CONSOLE_TARGETS: targets.map((pair) => pair.join('=')).join(),
    ...env,
  });
  const running = await start(config, { logger: createLogger({ app: 'console', destination: log }), ...overrides });
  const sockets = new Set<Socket>();
  running.server.on('connection', (socket) => sockets.add(socket));
  const get = async <T>(path: string): Promise<T> => (await (await fetch(running.url + path)).json()) as T;
  const state = () => get<ConsoleState>('/api/state');
  return {
    url: running.url,
    adminUrl: running.adminUrl,
    get,
    async send(method, path, body, headers = {}) {
      const response = await fetch(running.url + path, {
        method,
        headers: {
          'content-type': 'application/json',
          origin: running.url,
          'sec-fetch-site': 'same-origin',
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) };
    },
    state,
    async until(isSuch) {
      for (let tries = 0; ; tries += 1) {
        const now = await state();
        if (isSuch(now)) return now;
        if (tries === 160) throw new Error(`not so after 8 s: ${JSON.stringify(now.apps)}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    logText: () => log.text(),
    heldBytes: () => [...sockets].reduce((sum, { writableLength }) => sum + writableLength, 0),
    close: () => running.close(),
  };
}

/** One process of a state. */
export function appIn(state: ConsoleState, app: string, replica = 0): AppState {
  const found = state.apps.find((each) => each.app === app && each.replica === replica);
  if (!found) throw new Error(`there is no ${app} ${replica}`);
  return found;
}
