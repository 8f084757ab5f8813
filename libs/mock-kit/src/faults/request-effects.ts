import { HttpProblem } from '@bff/errors';
import { sendProblem } from '@bff/service-shell';
import { breakContract } from './broken-contract.ts';
import { replaceBody, reply } from './captured-reply.ts';
import type { Effect } from './effect.ts';
import type { RequestFaultKind } from './fault-kinds.ts';
import { flap } from './flap.ts';
import { gzipBomb } from './gzip-bomb.ts';
import { holdReply } from './held-reply.ts';
import { raceKeepAlive } from './keep-alive-race.ts';
import { redirect } from './redirect.ts';
import { trickle } from './trickled-body.ts';

/** Over the 1 MiB that a careful client takes, by a quarter. */
const OVERSIZED_BYTES = 1.25 * 1024 * 1024;

const BIG_HEADER_CHARS = 40 * 1024;

const HTML_PAGE = '<!doctype html>\n<title>Maintenance</title>\n<h1>We will be right back</h1>\n';

/** One effect a kind; on a real socket each, so that a client meets what it would meet in production. */
export const requestEffects: Record<RequestFaultKind, Effect> = {
  latency: ({ fault, res, next, clock }) => holdReply(res, fault, next, { clock, ms: fault.ms }),

  error: ({ fault, res }) => sendProblem(res, new HttpProblem(fault.status, 'FAULT_INJECTED', 'The service failed')),

  hang: ({ fault, res, next }) => holdReply(res, fault, next),

  stall: ({ fault, res, next }) =>
    reply(res, next, (body) => {
      res.flushHeaders();
      holdReply(res, fault, () => res.end(body));
    }),

  trickle: ({ fault, res, next, clock }) => reply(res, next, (body) => trickle({ res, fault, clock, body })),

  truncated: ({ res, next }) =>
    reply(res, next, (body) => {
      res.setHeader('content-length', Math.max(body.length, 2));
      // Destroyed only once the first half has left this process, else the client might see no body at all.
      res.write(body.subarray(0, Math.max(1, body.length >> 1)), () => res.destroy());
    }),

  'truncated-chunked': ({ res, next }) =>
    reply(res, next, (body) => {
      res.removeHeader('content-length');
      res.write(body.subarray(0, Math.max(1, body.length >> 1)), () => res.destroy());
    }),

  malformed: ({ res, next }) =>
    reply(res, next, (body) => replaceBody(res, Buffer.concat([body.subarray(0, -1), Buffer.from(',')]))),

  html: ({ res }) => {
    res.status(200).type('html').send(HTML_PAGE);
  },

  empty: ({ res, next }) => reply(res, next, () => replaceBody(res, Buffer.alloc(0))),

  null: ({ res, next }) => reply(res, next, () => replaceBody(res, Buffer.from('null'))),

  'content-type': ({ res, next }) =>
    reply(res, next, (body) => {
      res.setHeader('content-type', 'text/plain; charset=utf-8');
      res.end(body);
    }),

  contract: ({ res, next }) =>
    reply(res, next, (body) => replaceBody(res, Buffer.from(JSON.stringify(breakContract(parse(body)))))),

  'error-in-200': ({ res, next }) =>
    reply(res, next, () =>
      replaceBody(res, Buffer.from(JSON.stringify({ error: { code: 'E-1042', message: 'The service failed' } }))),
    ),

  // White space after a JSON value is allowed (RFC 8259 §2), so the size is the only thing wrong with it. Chunked, so
  // that no Content-Length gives it away.
  oversized: ({ res, next }) =>
    reply(res, next, (body) => {
      res.removeHeader('etag');
      res.removeHeader('content-length');
      res.write(body);
      res.end(Buffer.alloc(OVERSIZED_BYTES, ' '));
    }),

  'gzip-bomb': gzipBomb,

  'big-header': ({ res, next }) =>
    reply(res, next, (body) => {
      res.setHeader('x-debug', 'x'.repeat(BIG_HEADER_CHARS));
      res.end(body);
    }),

  redirect,

  reset: ({ req }) => {
    req.socket.resetAndDestroy();
  },

  'rate-limit': ({ fault, res }) => {
    const headers = { 'Retry-After': String(Math.ceil(fault.ms / 1000)) };
    sendProblem(res, new HttpProblem(429, 'RATE_LIMITED', 'Too many requests', { headers }));
  },

  flap,

  'keep-alive-race': raceKeepAlive,
};

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return {};
  }
}
