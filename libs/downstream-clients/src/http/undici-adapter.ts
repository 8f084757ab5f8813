import { type AxiosAdapter, AxiosError, AxiosHeaders, CanceledError } from 'axios';
import type { Dispatcher } from 'undici';
import { ExchangeCancelled, type IncomingHeaders, exchange } from './exchange.ts';

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
          headers: headerList(config.headers),
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
function headerList(headers: AxiosHeaders): string[] {
  const list: string[] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string') list.push(name, value);
  }
  return list;
}

function responseHeaders(received: IncomingHeaders): AxiosHeaders {
  const headers = new AxiosHeaders();
  for (const [name, value] of Object.entries(received)) {
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
}

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
