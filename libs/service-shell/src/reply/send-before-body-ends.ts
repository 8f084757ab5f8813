import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** How long what a client still sends is read and thrown away. */
export const lingerMs = 500;

/**
 * Answers a request whose body is refused while the client is still sending it. The answer goes out at once and whole,
 * but the connection is closed only when the client has stopped sending, or half a second later: closing on a client
 * that is still sending makes the system reset the connection, and the client would see a broken pipe instead of the
 * answer (RFC 9112 section 9.6).
 */
export function sendBeforeBodyEnds(
  res: ServerResponse,
  status: number,
  text: string,
  headers: OutgoingHttpHeaders,
): void {
  const { req } = res;
  res.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(text), Connection: 'close' });
  if (req.method === 'HEAD') res.flushHeaders();
  else res.write(text);
  const timer = setTimeout(() => res.end(), lingerMs);
  res.once('close', () => clearTimeout(timer));
  req.once('end', () => res.end()).resume();
}
