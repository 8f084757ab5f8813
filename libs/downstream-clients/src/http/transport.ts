import type { Clock } from '@bff/clock';
import { DownstreamError } from '@bff/errors';
import { formatTraceparent } from '@bff/observability';
import { type Attempt, type ServicePolicy, attemptOutcomeOf } from '@bff/resilience';
import { Axios } from 'axios';
import type { Pool } from 'undici';
import { type Where, failureOfStatus } from './answer-status.ts';
import { failureOf } from './broken-exchange.ts';
import type { CallContext } from './call-context.ts';
import { CallRecord, type OpenAttempt } from './call-record.ts';
import { createConnectionPool, serviceAddress } from './connection-pool.ts';
import { ContractBreach } from './contract-breach.ts';
import { headerValue } from './header-value.ts';
import { type Answer as HttpAnswer, readJson } from './json-answer.ts';
import type { Query } from './query-string.ts';
import type { ReadOperation } from './read-operation.ts';
import { undiciAdapter } from './undici-adapter.ts';

export interface TransportOptions {
  /** For errors: `order`, `user`, `payment`, `inventory`. */
  readonly service: string;
  /** The service's base URL; its path, if any, goes before every operation's. */
  readonly url: string;
  readonly policy: ServicePolicy;
  readonly clock: Clock;
  /** The name of this app, sent as `user-agent: bff/<app>`. */
  readonly app: string;
}

/** How a client asks its service. */
export interface Transport {
  /**
   * Asks, under every policy of the service, and gives what `interpret` makes of an answer that keeps the contract.
   * `interpret` may throw `ContractBreach`: the answer is then as bad as one of the wrong shape, and counts against the
   * service.
   *
   * Rejects with `DownstreamError` or an `AbortReason`, and with `TypeError` when a parameter cannot be sent, in which
   * case nothing was.
   */
  read<Input extends Query, Answer, Result>(
    context: CallContext,
    operation: ReadOperation<Input, Answer>,
    input: Input,
    interpret: (answer: Answer) => Result,
  ): Promise<Result>;
  /** Ends all connections, also those in use, whose calls then reject with `ShuttingDown`. */
  close(): Promise<void>;
}

export function createTransport(options: TransportOptions): Transport {
  return new HttpTransport(options);
}

class HttpTransport implements Transport {
  readonly #service: string;
  readonly #policy: ServicePolicy;
  readonly #clock: Clock;
  readonly #basePath: string;
  readonly #pool: Pool;
  readonly #axios: Axios;
  /** The headers of every request; names and values in turn, as all headers here. */
  readonly #headers: readonly string[];

  constructor({ service, url, policy, clock, app }: TransportOptions) {
    const { origin, basePath } = serviceAddress(url);
    this.#service = service;
    this.#policy = policy;
    this.#clock = clock;
    this.#basePath = basePath;
    this.#pool = createConnectionPool(origin);
    // Not axios.create(): its defaults add headers, transforms and settings for adapters that are not used here.
    this.#axios = new Axios({ adapter: undiciAdapter(this.#pool) });
    const userAgent = headerValue('user-agent', `bff/${app}`);
    this.#headers = ['accept', 'application/json', 'accept-encoding', 'identity', 'user-agent', userAgent];
  }

  async read<Input extends Query, Answer, Result>(
    context: CallContext,
    operation: ReadOperation<Input, Answer>,
    input: Input,
    interpret: (answer: Answer) => Result,
  ): Promise<Result> {
    const url = this.#basePath + operation.target(input);
    const headers = [...this.#headers, ...callHeaders(context)];
    const call = { operation: operation.name, deadline: context.deadline, idempotent: true } as const;
    const where = { service: this.#service, operation: operation.name };
    const record = new CallRecord(context, where, this.#clock);
    try {
      return await this.#policy.execute(call, async (attempt) => {
        const open = record.begin(attempt.number);
        try {
          const answer = await this.#send(url, [...headers, ...attemptHeaders(attempt, open)], attempt.signal, where);
          const result = this.#resultOf(answer, operation, interpret, where);
          open.ended('ok');
          return result;
        } catch (error) {
          open.ended(attemptOutcomeOf(error));
          throw error;
        }
      });
    } catch (error) {
      record.failed(error);
      throw error;
    }
  }

  #resultOf<Answer, Result>(
    answer: HttpAnswer,
    operation: Pick<ReadOperation<never, Answer>, 'answer' | 'notFound' | 'forbidden'>,
    interpret: (answer: Answer) => Result,
    where: Where,
  ): Result {
    try {
      const failure = failureOfStatus(answer, operation, where, this.#clock);
      if (failure) throw failure;
      return interpret(readJson(answer, operation.answer));
    } catch (error) {
      if (!(error instanceof ContractBreach)) throw error;
      throw new DownstreamError('DOWNSTREAM_BAD_RESPONSE', {
        ...where,
        detail: `status ${answer.status}, ${error.message}`,
      });
    }
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  async #send(url: string, headerList: readonly string[], signal: AbortSignal, where: Where) {
    try {
      // Not `get`, which merges twice.
      const { status, headers, data } = await this.#axios.request<string>({ method: 'get', url, headerList, signal });
      return { status, headers, body: data };
    } catch (error) {
      throw signal.aborted ? signal.reason : failureOf(error, where);
    }
  }
}

/** The same for each attempt. Vendors' trace data is passed on as it came. */
function callHeaders({ requestId, trace }: CallContext): string[] {
  const headers = ['x-request-id', headerValue('x-request-id', requestId)];
  if (trace?.tracestate !== undefined) headers.push('tracestate', headerValue('tracestate', trace.tracestate));
  return headers;
}

/** What differs from one attempt to the next: the time left, in whole milliseconds, and the span. */
function attemptHeaders({ remainingMs }: Attempt, { trace }: OpenAttempt): string[] {
  const headers = ['x-request-timeout-ms', String(Math.max(1, Math.floor(remainingMs)))];
  if (trace) headers.push('traceparent', formatTraceparent(trace));
  return headers;
}
