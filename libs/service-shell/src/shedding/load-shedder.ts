import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ShedReason } from '@bff/observability';
import type { AppContext } from '../app/create-app.ts';
import type { InFlightRequests } from '../app/in-flight-requests.ts';
import type { ReplyHeaders } from '../app/security-headers.ts';
import { EventLoopDelay } from './event-loop-delay.ts';
import { InFlightLimit } from './in-flight-limit.ts';
import { type OverloadForm, OverloadReply } from './overload-reply.ts';
import { ShedLog } from './shed-log.ts';
import type { SheddingLimits } from './shedding-limits.ts';

export interface SheddingOptions {
  /** Asked at each decision. */
  readonly limits: () => SheddingLimits;
  /** How a refusal looks where it is not a problem (RFC 9457): in GraphQL. */
  readonly form?: OverloadForm;
  /** Headers that a refusal has besides those of every reply: what lets a page of another origin read it. */
  readonly headersFor?: ((req: IncomingMessage) => Readonly<Record<string, string>>) | undefined;
  /** Even in [0, 1). Spreads the times at which clients come back. Default `Math.random`. */
  readonly random?: () => number;
}

/**
 * Refuses requests when there are more than can be answered in time, for the price of a small fraction of one: before
 * Express, and before anything of a request is made. What has been admitted is never refused later.
 */
export class LoadShedder {
  readonly #context: AppContext;
  readonly #requests: InFlightRequests;
  readonly #limits: () => SheddingLimits;
  readonly #inFlightLimit: InFlightLimit;
  readonly #delay: EventLoopDelay;
  readonly #reply: OverloadReply;
  readonly #log: ShedLog;

  constructor(
    options: SheddingOptions,
    { context, requests, headers }: { context: AppContext; requests: InFlightRequests; headers: ReplyHeaders },
  ) {
    this.#context = context;
    this.#requests = requests;
    this.#limits = options.limits;
    this.#inFlightLimit = new InFlightLimit(options.limits);
    this.#delay = new EventLoopDelay(context.clock, (delayMs) => this.#inFlightLimit.adapt(delayMs, requests.count));
    this.#reply = new OverloadReply({ random: Math.random, ...options }, headers);
    this.#log = new ShedLog(context, () => ({
      inFlight: requests.count,
      inFlightLimit: this.#inFlightLimit.value,
      eventLoopDelayMs: Math.round(this.#delay.ms),
    }));
  }

  /** Answers the request with a refusal and returns true, or returns false when it can be taken on. */
  sheds(req: IncomingMessage, res: ServerResponse): boolean {
    const limit = this.#inFlightLimit.value;
    if (this.#requests.count < limit || isPreflight(req)) return false;
    const { maxInFlight, retryAfter } = this.#limits();
    const reason: ShedReason = limit < maxInFlight ? 'event-loop-delay' : 'in-flight';
    this.#context.metrics.http.shed(reason);
    this.#log.add(reason);
    const { draining } = this.#requests;
    this.#reply.send(req, res, { draining, ...retryAfter, maxBodyBytes: this.#context.limits.maxBodyBytes });
    return true;
  }

  /** A request was taken on. */
  began(): void {
    this.#delay.watch();
  }

  /** One was answered, or its client left. */
  ended(): void {
    if (this.#requests.count > 0) return;
    this.#delay.rest();
    this.#inFlightLimit.reset();
  }
}

/**
 * A browser asks before it sends a request to another origin (Fetch, "CORS-preflight"). Refused, it would not tell its page
 * why; answered, which costs little and is remembered for hours, the page can read the refusal of what follows.
 */
const isPreflight = ({ method, headers }: IncomingMessage): boolean =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
