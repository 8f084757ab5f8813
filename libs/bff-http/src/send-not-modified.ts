import type { ServerResponse } from 'node:http';

/**
 * 304: the client has it already. With the headers that a 200 would have, and with neither a type nor a length (RFC 9110,
 * section 15.4.5). Writes nothing when the client has gone or the answer has been sent.
 */
export function sendNotModified(res: ServerResponse, headers: Readonly<Record<string, string>>): void {
  if (res.headersSent || res.destroyed) return;
  res.writeHead(304, headers).end();
}
