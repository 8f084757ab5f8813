import type { IncomingMessage, ServerResponse } from 'node:http';
import { HttpProblem, type ProblemDetails, retryAfterSeconds } from '@bff/errors';
import { requestIdFrom } from '@bff/observability';
import type { ReplyHeaders } from '../app/security-headers.ts';
import { endBodySoon } from '../app/unread-body.ts';
import { sendBeforeBodyEnds } from '../reply/send-before-body-ends.ts';

/** The form of a refusal where it is not a problem. */
export interface OverloadForm {
  readonly contentType: string;
  readonly body: (details: ProblemDetails) => unknown;
}

export interface OverloadReplyOptions {
  readonly random: () => number;
  readonly form?: OverloadForm;
  readonly headersFor?: ((req: IncomingMessage) => Readonly<Record<string, string>>) | undefined;
}

type Header = readonly [name: string, value: string];

interface Refusal {
  readonly draining: boolean;
  readonly minMs: number;
  readonly maxMs: number;
  readonly maxBodyBytes: number;
}

const SERVICE_UNAVAILABLE = 503;

/** Made once: an error is expensive because of its stack. */
const { details } = new HttpProblem(SERVICE_UNAVAILABLE, 'OVERLOADED', 'The server has too much to do', {
  detail: 'Nothing was done for this request. Please come back a little later.',
  retryable: true,
});

const problemForm: OverloadForm = { contentType: 'application/problem+json', body: (problem) => problem };

/**
 * Answers 503 with when to come back. The connection is kept: a client that has to make a new one, and TLS on it, costs
 * more than many refusals.
 */
export class OverloadReply {
  readonly #options: OverloadReplyOptions;
  readonly #form: OverloadForm;
  readonly #headers: readonly Header[];

  constructor(options: OverloadReplyOptions, headers: ReplyHeaders) {
    this.#options = options;
    this.#form = options.form ?? problemForm;
    const { contentType } = this.#form;
    this.#headers = entriesOf({ ...headers, 'Content-Type': contentType, 'Cache-Control': 'no-store' });
  }

  send(req: IncomingMessage, res: ServerResponse, { draining, minMs, maxMs, maxBodyBytes }: Refusal): void {
    const { random, headersFor } = this.#options;
    const requestId = requestIdFrom(req.headers['x-request-id']);
    const retryAfterMs = Math.round(minMs + random() * (maxMs - minMs));
    const text = JSON.stringify(this.#form.body({ ...details, requestId, retryAfterMs }));
    const headers: Header[] = [
      ...this.#headers,
      ['X-Request-Id', requestId],
      ['Retry-After', retryAfterSeconds(retryAfterMs)],
    ];
    if (headersFor) headers.push(...Object.entries(headersFor(req)));
    if (draining) res.shouldKeepAlive = false;
    const body = bodyOf(req, maxBodyBytes);
    if (body === 'unwelcome') {
      sendBeforeBodyEnds(res, SERVICE_UNAVAILABLE, text, Object.fromEntries(headers));
    } else {
      headers.push(['Content-Length', String(Buffer.byteLength(text))]);
      // A flat list is written as it is; an object is looked at name by name.
      res.writeHead(SERVICE_UNAVAILABLE, headers.flat()).end(text);
      if (body === 'short') endBodySoon(req);
    }
  }
}

/**
 * What follows the head. A short body has most likely arrived with it: Node reads and drops it, and the connection lives on.
 * With any other the connection is closed. So it is, by Node, with one that the client asks leave to send (`Expect`).
 */
function bodyOf({ headers }: IncomingMessage, maxBytes: number): 'none' | 'short' | 'unwelcome' {
  if (headers['transfer-encoding'] !== undefined) return 'unwelcome';
  const bytes = Number(headers['content-length'] ?? 0);
  if (bytes === 0) return 'none';
  return bytes <= maxBytes ? 'short' : 'unwelcome';
}

const entriesOf = (headers: ReplyHeaders): Header[] =>
  Object.entries(headers).flatMap(([name, value]): Header[] => (value === undefined ? [] : [[name, value]]));
