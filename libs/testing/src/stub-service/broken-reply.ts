import type { OutgoingHttpHeaders } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type Reply, type ReplyOptions, text } from './reply.ts';

const JSON_BODY = '{"id":"a","name":"a value that is long enough to be cut"}';

/** Takes the request and never says a word. */
export const hang = (): Reply => () => {};

/** Sends the status line and the headers, then nothing. */
export const stall = (): Reply => (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.flushHeaders();
};

/** Sends a body one byte at a time, `everyMs` apart (default 20), for as long as the client listens. */
export const trickle =
  (everyMs = 20, body = JSON_BODY): Reply =>
  (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    let sent = 0;
    const timer = setInterval(() => {
      response.write(body.slice(sent, sent + 1));
      sent += 1;
      if (sent < body.length) return;
      clearInterval(timer);
      response.end();
    }, everyMs);
    response.once('close', () => clearInterval(timer));
  };

/** Promises more bytes in Content-Length than it sends, then closes. */
export const truncated = (): Reply => (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(JSON_BODY.length * 2) });
  response.write(JSON_BODY, () => response.socket?.end());
};

/** Closes in the middle of a chunked body, without the last chunk. */
export const truncatedChunked =
  (headers: OutgoingHttpHeaders = {}): Reply =>
  (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'transfer-encoding': 'chunked', ...headers });
    response.write(JSON_BODY, () => response.socket?.end());
  };

/** Resets the connection (TCP RST) before a byte of the answer. */
export const reset = (): Reply => (response) => {
  response.socket?.resetAndDestroy();
};

/** Closes the connection (TCP FIN) before a byte of the answer, as a server does with an idle one. */
export const disconnect = (): Reply => (response) => {
  response.socket?.end();
};

/** Says that it is JSON, and is not. */
export const malformed = (): Reply => text('{"id": "a", "name": ', 'application/json');

/** A web page, as a proxy or a login screen in between sends it. */
export const html = (options: ReplyOptions = {}): Reply =>
  text('<!doctype html><title>Not what you asked for</title>', 'text/html; charset=utf-8', options);

/** Valid JSON of more than `bytes` bytes (default 2 MiB). `chunked` leaves out the Content-Length. */
export const oversized =
  ({ bytes = 2 * 1024 * 1024, chunked = false } = {}): Reply =>
  (response) => {
    const body = JSON.stringify({ filler: 'x'.repeat(bytes) });
    response.writeHead(200, {
      'content-type': 'application/json',
      ...(chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': Buffer.byteLength(body) }),
    });
    response.end(body);
  };

/** A small gzip body that inflates to `inflatedBytes` of JSON (default 20 MiB). */
export const gzipBomb = (inflatedBytes = 20 * 1024 * 1024): Reply =>
  text(gzipSync(`{"filler":"${'x'.repeat(inflatedBytes)}"}`), 'application/json', {
    headers: { 'content-encoding': 'gzip' },
  });

/** A gzip body cut in half, with a Content-Length that fits what is sent. */
export const truncatedGzip = (): Reply => {
  const whole = gzipSync(JSON_BODY);
  return text(whole.subarray(0, whole.length / 2), 'application/json', { headers: { 'content-encoding': 'gzip' } });
};

/** A redirect (default 302) to `location`. */
export const redirect =
  (location: string, status = 302): Reply =>
  (response) => {
    response.writeHead(status, { location, 'content-type': 'application/json' });
    response.end('{}');
  };

/** A good body behind one response header of `bytes` bytes (default 40 KB). */
export const hugeHeader = (bytes = 40 * 1024): Reply =>
  text(JSON_BODY, 'application/json', { headers: { 'x-filler': 'x'.repeat(bytes) } });

/** Bytes that are not HTTP at all. */
export const notHttp = (): Reply => (response) => {
  response.socket?.end('SSH-2.0-OpenSSH_9.9\r\n');
};
