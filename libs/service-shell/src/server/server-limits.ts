import type { Server, ServerOptions as NodeServerOptions } from 'node:http';

export interface ServerLimits {
  /** Longest time for a request's head to arrive; then 408. Default 5,000 ms. Not above `requestTimeoutMs`. */
  headersTimeoutMs: number;
  /** Longest time for a whole request, body included, to arrive; then 408. Default 10,000 ms. */
  requestTimeoutMs: number;
  /** How often the two are checked, which is how late a 408 can be. Default 500 ms; Node's own is 30 s. */
  timeoutCheckMs: number;
  /**
   * How long an idle connection is kept. Default 75,000 ms: it must be longer than any client's own idle timeout (a load
   * balancer's is usually 60 s), or the server closes a connection just as the client sends on it.
   */
  keepAliveTimeoutMs: number;
  /** Largest request head. Default 16 KiB; more is 431. */
  maxHeaderBytes: number;
}

export const defaultServerLimits: ServerLimits = {
  headersTimeoutMs: 5000,
  requestTimeoutMs: 10_000,
  timeoutCheckMs: 500,
  keepAliveTimeoutMs: 75_000,
  maxHeaderBytes: 16 * 1024,
};

export const nodeOptions = (limits: ServerLimits): NodeServerOptions => ({
  headersTimeout: limits.headersTimeoutMs,
  requestTimeout: limits.requestTimeoutMs,
  connectionsCheckingInterval: limits.timeoutCheckMs,
  keepAliveTimeout: limits.keepAliveTimeoutMs,
  maxHeaderSize: limits.maxHeaderBytes,
  // The app checks it, to answer with a problem; Node would send an empty 400.
  requireHostHeader: false,
});

/** What Node takes on the server object only. The surplus that it drops here is refused by the app. */
export function applyLimits(server: Server, { maxHeaders }: { maxHeaders: number }): void {
  server.maxHeadersCount = maxHeaders;
  server.maxRequestsPerSocket = 0;
}
