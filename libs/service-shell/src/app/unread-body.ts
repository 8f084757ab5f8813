import type { IncomingMessage } from 'node:http';
import { lingerMs } from '../reply/send-before-body-ends.ts';

/**
 * After an answer, Node reads the rest of the request to find the next one on the connection. A body without a stated
 * length has no limit then but the request timeout, so the client gets half a second to end it.
 */
export function endUnreadBody(req: IncomingMessage): void {
  if (req.headers['transfer-encoding'] !== undefined) endBodySoon(req);
}

/** Gives the client of an answered request half a second to send what is left of its body; then the connection is cut. */
export function endBodySoon(req: IncomingMessage): void {
  if (req.complete || req.socket.destroyed) return;
  const timer = setTimeout(() => req.socket.destroy(), lingerMs);
  const keep = () => clearTimeout(timer);
  req.once('end', keep).once('close', keep);
}
