import { Agent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Clock } from '@bff/clock';
import type { PageRequest } from './load-page.ts';

/** How a page came: all of it, some of it, answered without a page, or not at all. */
export type PageEnd = 'whole' | 'partial' | 'failed' | 'no-answer';

export interface PageAnswer {
  readonly end: PageEnd;
  /** Undefined when nothing came. */
  readonly text: string | undefined;
}

/** Longer than any page's budget: what takes longer is no answer. */
const TIMEOUT_MS = 5000;

/** Asks a BFF for pages over connections that are kept, as a client app does. */
export class PageClient {
  readonly #clock: Clock;
  readonly #agents: { readonly http: Agent; readonly https: HttpsAgent };

  /** `maxConnections`: what is more waits for one. */
  constructor(clock: Clock, maxConnections: number) {
    this.#clock = clock;
    const options = { keepAlive: true, maxSockets: maxConnections };
    this.#agents = { http: new Agent(options), https: new HttpsAgent(options) };
  }

  /** Never rejects. `keepText`: the body is wanted, and not only counted. */
  ask(baseUrl: string, token: string, { method, path, body }: PageRequest, keepText = false): Promise<PageAnswer> {
    const isHttps = baseUrl.startsWith('https:');
    const headers = {
      authorization: `Bearer ${token}`,
      'x-client': 'console/1.0',
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    };
    const options = { method, headers, agent: isHttps ? this.#agents.https : this.#agents.http };
    return new Promise((resolve) => {
      const request = (isHttps ? httpsRequest : httpRequest)(baseUrl + path, options);
      const timer = this.#clock.setTimer(TIMEOUT_MS, () => request.destroy(new Error('no answer in time')));
      const end = (answer: PageAnswer): void => {
        timer.cancel();
        resolve(answer);
      };
      request.on('error', () => end({ end: 'no-answer', text: undefined }));
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => {
          if (keepText) chunks.push(chunk);
        });
        response.on('error', () => end({ end: 'no-answer', text: undefined }));
        response.on('end', () => {
          const complete = response.headers['bff-complete'];
          const text = keepText ? Buffer.concat(chunks).toString('utf8') : undefined;
          end({ end: endOf(response.statusCode ?? 0, String(complete)), text });
        });
      });
      request.end(body);
    });
  }

  close(): void {
    this.#agents.http.destroy();
    this.#agents.https.destroy();
  }
}

/** `BFF-Complete` is a boolean of RFC 9651: `?1` and `?0`. */
function endOf(status: number, complete: string): PageEnd {
  if (status < 200 || status > 299) return 'failed';
  return complete === '?1' ? 'whole' : 'partial';
}
