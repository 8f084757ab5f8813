import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/**
 * Answers with JSON as `application/json`, which RFC 8259 defines as UTF-8, with its length. Writes nothing when the
 * client has gone or the answer has been sent.
 */
export function sendJson(res: ServerResponse, status: number, body: unknown, headers: OutgoingHttpHeaders = {}): void {
  if (!canAnswer(res)) return;
  sendText(res, status, JSON.stringify(body), { 'Content-Type': 'application/json', ...headers });
}

/** The same for a text that is ready. */
export function sendText(res: ServerResponse, status: number, text: string, headers: OutgoingHttpHeaders): void {
  if (!canAnswer(res)) return;
  res.statusCode = status;
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) res.setHeader(name, value);
  res.setHeader('Content-Length', Buffer.byteLength(text));
  res.end(text);
}

/** False once the head is out or the connection is gone. */
export const canAnswer = (res: ServerResponse): boolean => !res.headersSent && !res.destroyed && !res.closed;
