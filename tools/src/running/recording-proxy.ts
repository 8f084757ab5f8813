import { Agent, type IncomingMessage, type ServerResponse, request as httpRequest } from 'node:http';
import { listen } from '@bff/testing';

/** Handed on, answered 503, or never answered. */
export type Behaviour = 'pass' | 'fail' | 'hang';

/** The same, but so much later. */
export interface Late {
  readonly lateMs: number;
  readonly how: Behaviour;
}

/** Stands between a BFF and a service, and writes down when requests came. */
export interface RecordingProxy {
  readonly url: string;
  /** On `performance.now()`, of every request so far. */
  readonly arrivals: readonly number[];
  /** Requests that are not answered yet. */
  readonly open: number;
  /** The most that were open at once since the last `forget`. */
  readonly mostOpen: number;
  /** Forgets arrivals and `mostOpen`. */
  forget(): void;
  /** What becomes of requests from now on. */
  behave(how: Behaviour | Late): void;
  close(): Promise<void>;
}

/** `target` gives the service's URL. */
export async function startRecordingProxy(target: () => string): Promise<RecordingProxy> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1024 });
  let arrivals: number[] = [];
  let open = 0;
  let mostOpen = 0;
  let behaviour: Behaviour | Late = 'pass';

  const pass = (req: IncomingMessage, res: ServerResponse): void => {
    const onward = httpRequest(target() + (req.url ?? '/'), { agent, method: req.method, headers: req.headers });
    onward.on('response', (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('error', () => res.destroy()).pipe(res);
    });
    onward.on('error', () => res.destroy());
    res.once('close', () => void (res.writableFinished || onward.destroy()));
    req.pipe(onward);
  };
  const treat = (how: Behaviour, req: IncomingMessage, res: ServerResponse): void => {
    if (how === 'pass') pass(req, res);
    else if (how === 'fail') res.writeHead(503, { 'content-length': 0 }).end();
  };
  const { url, close } = await listen((req, res) => {
    arrivals.push(performance.now());
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    res.once('close', () => (open -= 1));
    if (typeof behaviour === 'string') treat(behaviour, req, res);
    else setTimeout(treat, behaviour.lateMs, behaviour.how, req, res);
  });
  return {
    url,
    get arrivals() {
      return arrivals;
    },
    get open() {
      return open;
    },
    get mostOpen() {
      return mostOpen;
    },
    forget() {
      arrivals = [];
      mostOpen = open;
    },
    behave(how) {
      behaviour = how;
    },
    async close() {
      agent.destroy();
      await close();
    },
  };
}
