import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '@bff/clock';
import { type AbortReason, ClientGone } from '@bff/errors';
import { type Logger, type TraceContext, continueTrace, requestIdFrom } from '@bff/observability';

/** What belongs to one request while it is handled. */
export interface RequestScope {
  /** The caller's `X-Request-Id` when it was acceptable, else a new one; sent back with the answer. */
  readonly requestId: string;
  /** This request's span; `childSpan(trace)` for an outgoing call. */
  readonly trace: TraceContext;
  /** Writes lines with the request id and trace id. */
  readonly log: Logger;
  /** Aborts with `ClientGone` when the client leaves early, with `ShuttingDown` at a forced shutdown; else never. */
  readonly signal: AbortSignal;
  /** When the request's head had been read, on the app's clock. A page's time runs from here. */
  readonly receivedAtMs: number;
}

/** The shell's own side of a scope. */
export class OpenRequest implements RequestScope {
  readonly requestId: string;
  readonly trace: TraceContext;
  readonly receivedAtMs: number;
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  /** Bytes that the connection had written before this request. */
  readonly bytesBefore: number;
  /** The code of the problem that answered it, for the access line. */
  problemCode: string | undefined;
  readonly #logger: Logger;
  readonly #controller = new AbortController();
  #log: Logger | undefined;

  constructor(req: IncomingMessage, res: ServerResponse, { logger, clock }: { logger: Logger; clock: Clock }) {
    this.req = req;
    this.res = res;
    this.receivedAtMs = clock.now();
    this.requestId = requestIdFrom(req.headers['x-request-id']);
    this.trace = continueTrace(req.headers.traceparent, req.headers.tracestate);
    this.bytesBefore = req.socket.bytesWritten;
    this.#logger = logger;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Made when first asked for: most requests write one line, or none. */
  get log(): Logger {
    this.#log ??= this.#logger.child({ requestId: this.requestId, traceId: this.trace.traceId });
    return this.#log;
  }

  abort(reason: AbortReason): void {
    this.#controller.abort(reason);
  }

  /**
   * Called at the response's `close`. That with an unfinished response is the sign of a client that left; the
   * request's own `close` also comes after a body that was read to its end.
   */
  closed(): void {
    if (!this.res.writableFinished) this.abort(new ClientGone());
  }
}

/** A property, not a WeakMap: that one made the garbage collector cost more than everything else in this folder. */
const scopeKey = Symbol('request scope');

export function bindScope(scope: OpenRequest): void {
  Object.assign(scope.res, { [scopeKey]: scope });
}

/** Undefined for a response that no `createApp` app handles. */
export function findScope(res: object): OpenRequest | undefined {
  const scope: unknown = scopeKey in res ? res[scopeKey] : undefined;
  return scope instanceof OpenRequest ? scope : undefined;
}

/** The scope of the request that `res` answers. Throws when the app was not made by `createApp`. */
export function requestScope(res: object): RequestScope {
  const scope = findScope(res);
  if (scope === undefined) throw new Error('this response has no request scope: its app was not made by createApp');
  return scope;
}
