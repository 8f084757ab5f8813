import { Agent, type IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Clock } from '@bff/clock';

/** What an admin port answered, whatever the status. */
export interface AdminAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

export interface AdminRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole exchange, its body included. */
  readonly timeoutMs: number;
}

/** There was no answer. `reason` is for people, and says nothing that the other side has said. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly reason: string;

  constructor(reason: string, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }

  /** Sure to be dead, whichever question found it out. */
  get nobodyListens(): boolean {
    return this.reason === NOBODY_LISTENS;
  }
}

const NOBODY_LISTENS = 'nobody listens';

/** More than any answer of an admin port; what says more is no admin port. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Asks admin ports over connections that are kept. Follows no redirect, reads no more than it must, waits no longer. */
export class AdminHttp {
  readonly #clock: Clock;
  readonly #agents = {
    'http:': new Agent({ keepAlive: true, maxSockets: 16 }),
    'https:': new HttpsAgent({ keepAlive: true, maxSockets: 16 }),
  };

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws {NoAnswer} */
  ask({ method = 'GET', url, headers = {}, body, timeoutMs }: AdminRequest): Promise<AdminAnswer> {
    const isHttps = url.startsWith('https:');
    const options = { method, agent: this.#agents[isHttps ? 'https:' : 'http:'], headers: { ...headers } };
    if (body !== undefined) options.headers['content-length'] = String(Buffer.byteLength(body));
    return new Promise((resolve, reject) => {
      const request = (isHttps ? httpsRequest : httpRequest)(url, options);
      const timer = this.#clock.setTimer(timeoutMs, () => fail(new NoAnswer(`no answer within ${timeoutMs} ms`)));
      const fail = (error: NoAnswer): void => {
        timer.cancel();
        request.destroy();
        reject(error);
      };
      request.on('error', (error) => fail(new NoAnswer(reasonOf(error), error)));
      request.once('response', (response) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          chunks.push(chunk);
          if (bytes > MOST_BYTES) fail(new NoAnswer(`an answer of more than ${MOST_BYTES} bytes`));
        });
        response.on('error', (error) => fail(new NoAnswer(reasonOf(error), error)));
        response.once('end', () => {
          timer.cancel();
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
      });
      request.end(body);
    });
  }

  /** Ends the connections, and what is being asked on them. */
  close(): void {
    for (const agent of Object.values(this.#agents)) agent.destroy();
  }
}

/** Words for the codes that one meets; of anything else the code alone. */
function reasonOf(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
  if (code === 'ECONNREFUSED') return NOBODY_LISTENS;
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'the connection was cut';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its host name is not known';
  if (code.startsWith('HPE_')) return 'what it says is not HTTP';
  return `it cannot be reached (${code})`;
}
