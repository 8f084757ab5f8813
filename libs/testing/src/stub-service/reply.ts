import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { answerCodes } from '@bff/contracts';
import type { Gate } from './gate.ts';
import type { RecordedRequest } from './recorded-request.ts';

/** Answers one request, or fails to. It may use `response.socket` to write what no HTTP library would. */
export type Reply = (response: ServerResponse, request: RecordedRequest) => void | Promise<void>;

export interface ReplyOptions {
  /** Default 200. */
  status?: number;
  /** Added to the reply's own, and winning over them. */
  headers?: OutgoingHttpHeaders;
}

/** A JSON answer with a Content-Length. A function as body is called for each request. */
export function json(body: unknown, options: ReplyOptions = {}): Reply {
  return (response, request) => {
    const value: unknown = typeof body === 'function' ? body(request) : body;
    send(response, JSON.stringify(value), 'application/json', options);
  };
}

const ownCodes: ReadonlyMap<number, string> = new Map(
  Object.entries(answerCodes).map(([status, code]) => [Number(status), code]),
);

/**
 * An RFC 9457 problem, as order, user and payment service answer their errors. A 403 and a 404 carry the service's own
 * code; give another one for an answer that only looks like the service's (`ROUTE_NOT_FOUND`), or null for none.
 */
export function problem(
  status: number,
  headers: OutgoingHttpHeaders = {},
  code: string | null = ownCodes.get(status) ?? null,
): Reply {
  const body = JSON.stringify({
    type: 'about:blank',
    status,
    title: `Status ${status}`,
    ...(code !== null && { code }),
  });
  return (response) => send(response, body, 'application/problem+json', { status, headers });
}

/** Any bytes under any content type. */
export function text(body: string | Buffer, contentType: string, options: ReplyOptions = {}): Reply {
  return (response) => send(response, body, contentType, options);
}

/** Holds a reply back until the test opens the gate. */
export function after(gate: Gate, reply: Reply): Reply {
  return async (response, request) => {
    await gate.opened;
    await reply(response, request);
  };
}

function send(response: ServerResponse, body: string | Buffer, contentType: string, options: ReplyOptions): void {
  response.writeHead(options.status ?? 200, {
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
    ...options.headers,
  });
  response.end(body);
}
