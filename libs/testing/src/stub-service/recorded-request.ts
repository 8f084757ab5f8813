import type { IncomingHttpHeaders } from 'node:http';

/** One request as it arrived at the stub. */
export interface RecordedRequest {
  /** 1 for the first request of this stub, 2 for the next: the order of arrival. */
  readonly order: number;
  readonly method: string;
  /** The path exactly as sent, still percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** 1 for the first TCP connection that the stub accepted: tells whether two requests shared one. */
  readonly connection: number;
  /** Settles when the client closes its connection before the answer was finished. Never settles otherwise. */
  readonly closedByClient: Promise<void>;
}
