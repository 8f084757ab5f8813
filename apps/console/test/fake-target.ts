import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** What a path answers: JSON, a text, or whatever the function does. */
export type FakeAnswer = object | string | ((req: IncomingMessage, res: ServerResponse, body: string) => void);

/** A real HTTP server in the place of a process' admin port. What it says can be changed while it runs. */
export interface FakeTarget {
  readonly url: string;
  /** By path, or by method and path (`POST /faults`). What is not there is 404. */
  readonly answers: Map<string, FakeAnswer>;
  /** What it was asked, but for what is asked again and again by itself. */
  readonly asked: {
    readonly method: string;
    readonly path: string;
    readonly body: string;
    readonly authorization?: string;
  }[];
  /** Stops listening and cuts every connection. */
  die(): Promise<void>;
  /** Listens again where it did. */
  comeBack(): Promise<void>;
}

export async function startFakeTarget(answers: Readonly<Record<string, FakeAnswer>>): Promise<FakeTarget> {
  const known = new Map(Object.entries(answers));
  const asked: FakeTarget['asked'] = [];
  const server = createServer(async (req, res) => {
    const { method = 'GET', url: path = '/', headers } = req;
    const body = await text(req).catch(() => '');
    if (method !== 'GET')
      asked.push({ method, path, body, ...(headers.authorization && { authorization: headers.authorization }) });
    const answer = known.get(`${method} ${path}`) ?? (method === 'GET' ? known.get(path) : undefined);
    if (typeof answer === 'function') return answer(req, res, body);
    const isText = typeof answer === 'string';
    res.writeHead(answer === undefined ? 404 : 200, { 'content-type': isText ? 'text/plain' : 'application/json' });
    res.end(isText ? answer : JSON.stringify(answer ?? { title: 'There is nothing at this path', status: 404 }));
  });
  const listenOn = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listenOn(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const { port } = address;
  return {
    url: `http://127.0.0.1:${port}`,
    answers: known,
    asked,
    die: () =>
      new Promise((resolve) => {
        if (!server.listening) return resolve();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    comeBack: () => listenOn(port),
  };
}

/** Accepts the request and never answers. */
export const hang: FakeAnswer = () => {};

/** A problem, as our apps answer. */
export const problem =
  (status: number, members: object, headers: Readonly<Record<string, string>> = {}): FakeAnswer =>
  (_req, res) => {
    res.writeHead(status, { 'content-type': 'application/problem+json', ...headers });
    res.end(JSON.stringify({ status, ...members }));
  };
