import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { type Listening, listen } from '@bff/testing';
import { pagePolicy } from '../../../src/security/page-policy.ts';
import type { ConsoleState, History } from '../../../src/wire/index.ts';

/** A request that the page made and that is not one for a file, the state or the history. */
export interface AskedRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

export interface ScriptedAnswer {
  readonly status?: number;
  readonly body: unknown;
}

/** What the console's server is to the page, with everything it says written by a test. */
export interface ScriptedConsole {
  readonly url: string;
  readonly asked: AskedRequest[];
  /** Sends a frame to whoever listens, and to whoever comes. */
  show(state: ConsoleState): void;
  /** What `GET /api/history` says. */
  history: History;
  /** Answers by `POST /api/token` and the like. What is not here is 404. */
  readonly answers: Map<string, ScriptedAnswer>;
  /** Ends all lines, and takes no new ones until it is over. */
  isAway: boolean;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Serves the built page from `webDir` under the policy that the console serves it with. */
export async function scriptedConsole(webDir: string, first: ConsoleState, history: History): Promise<ScriptedConsole> {
  const lines = new Set<ServerResponse>();
  let state = first;
  let isAway = false;
  const frame = (): string => `event: state\ndata: ${JSON.stringify(state)}\n\n`;

  const handle = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const { pathname } = new URL(req.url ?? '/', 'http://console');
    if (isAway) return void req.socket.destroy();
    if (pathname === '/api/events') {
      res.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(frame());
      lines.add(res);
      res.on('close', () => lines.delete(res));
    } else if (pathname === '/api/history') {
      answer(res, { body: scripted.history });
    } else if (pathname.startsWith('/api/')) {
      const method = req.method ?? 'GET';
      const body = method === 'POST' || method === 'PATCH' ? await json(req).catch(() => undefined) : undefined;
      scripted.asked.push({ method, path: pathname, authorization: req.headers.authorization, body });
      const known = scripted.answers.get(`${method} ${pathname}`);
      answer(res, known ?? { status: 404, body: { title: 'Not in the script', detail: `${method} ${pathname}` } });
    } else {
      sendFile(res, path.join(webDir, pathname === '/' ? 'index.html' : pathname));
    }
  };

  const listening: Listening = await listen((req, res) => void handle(req, res));
  const scripted: ScriptedConsole = {
    url: listening.url,
    asked: [],
    answers: new Map(),
    history,
    show(next) {
      state = next;
      for (const line of lines) line.write(frame());
    },
    get isAway() {
      return isAway;
    },
    set isAway(away) {
      isAway = away;
      if (away) for (const line of lines) line.destroy();
    },
    close: () => listening.close(),
  };
  return scripted;
}

function answer(res: ServerResponse, { status = 200, body }: ScriptedAnswer): void {
  res.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

function sendFile(res: ServerResponse, file: string): void {
  if (!existsSync(file)) return void res.writeHead(404).end();
  const type = types[path.extname(file)] ?? 'application/octet-stream';
  res.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': pagePolicy }).end(readFileSync(file));
}
