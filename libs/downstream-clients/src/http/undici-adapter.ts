import { type AxiosAdapter, AxiosError, AxiosHeaders, CanceledError, type InternalAxiosRequestConfig } from 'axios';
import type { Dispatcher } from 'undici';
import { ExchangeCancelled, type IncomingHeaders, exchange } from './exchange.ts';

declare module 'axios' {
  interface AxiosRequestConfig {
    /**
     * Names and values in turn, sent besides `headers`. Headers that take this way are neither merged, copied nor looked at
     * by axios, which would cost more than all else that it does for a request; interceptors do not see them.
     */
    headerList?: readonly string[];
  }
}

/** For a call that nobody can cancel. The transport never makes one. */
const neverAborted = new AbortController().signal;

/**
 * Lets axios send over undici. Every status is an answer; a broken exchange rejects with an `AxiosError` that carries
 * undici's code and message and, unlike axios' own adapters, neither the request with its headers nor the raw answer.
 */
export const undiciAdapter =
  (dispatcher: Dispatcher): AxiosAdapter =>
  async (config) => {
    try {
      const answer = await exchange(
        dispatcher,
        {
          method: config.method?.toUpperCase() ?? 'GET',
          path: config.url ?? '/',
          headers: headersOf(config),
          body: typeof config.data === 'string' ? config.data : null,
        },
        config.signal ?? neverAborted,
      );
      return {
        data: answer.body,
        status: answer.status,
        statusText: '',
        headers: responseHeaders(answer.headers),
        config,
      };
    } catch (error) {
      throw error instanceof ExchangeCancelled ? new CanceledError() : brokenExchange(error);
    }
  };

/** undici takes names and values in turn; nothing has to be looked up or copied again. */
function headersOf({ headers, headerList = [] }: InternalAxiosRequestConfig): string[] {
  const list = [...headerList];
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string') list.push(name, value);
  }
  return list;
}

/** Set one by one, each name would be looked for among the others, in any case, and each value cleaned: undici has done both. */
const responseHeaders = (received: IncomingHeaders): AxiosHeaders => Object.assign(new AxiosHeaders(), received);

/** Errors of Node's core are not always of this realm's `Error` class, so they are read by shape. */
function brokenExchange(error: unknown): AxiosError {
  const message = textOf(error, 'message');
  const code = textOf(error, 'code') || (isUnparsable(error) ? AxiosError.ERR_BAD_RESPONSE : AxiosError.ERR_NETWORK);
  // An AggregateError (every address of a name was tried) has a code and no message.
  return new AxiosError(message || code, code);
}

/**
 * undici's parser error has no code. It also stands for a connection that ended in the middle of a body, which is a broken
 * connection rather than a broken answer. Its `data`, the bytes that were received, is left behind.
 */
const isUnparsable = (error: unknown): boolean =>
  textOf(error, 'name') === 'HTTPParserError' && !textOf(error, 'message').includes('Invalid EOF state');

function textOf(error: unknown, key: 'name' | 'message' | 'code'): string {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
  return typeof value === 'string' ? value : '';
}
