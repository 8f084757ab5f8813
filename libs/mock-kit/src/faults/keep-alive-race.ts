import type { Effect } from './effect.ts';

/**
 * A server may close a connection that was idle for long enough just when a client sends its next request on it. The client
 * sees the connection end without an answer, and cannot know whether the request was served (RFC 9112 §9.6). The first
 * request on a connection is answered.
 */
export const raceKeepAlive: Effect = ({ req, next }) => {
  if (req.socket.bytesWritten === 0) next();
  else req.socket.destroy();
};
