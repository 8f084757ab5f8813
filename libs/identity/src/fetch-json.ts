import { type Clock } from '@bff/clock';

export interface FetchJsonOptions {
  readonly url: URL;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** Milliseconds for everything, from connecting to the last byte of the body. */
  readonly timeoutMs: number;
  /** Longest body that is read, in bytes after decompression. */
  readonly maxBytes: number;
  /** Ends the fetch early. */
  readonly signal: AbortSignal;
  /** Default `application/json`. */
  readonly accept?: string;
  /** Sent as JSON by POST. Default: nothing, by GET. */
  readonly body?: unknown;
}

/**
 * Fetches a JSON document from an issuer with everything bounded: time, size, and no redirects, which would let whoever
 * answers name another address to trust. Rejects for any status but 200.
 */
export async function fetchJson({
  url,
  clock,
  timeoutMs,
  maxBytes,
  signal,
  accept = 'application/json',
  body,
  ...options
}: FetchJsonOptions): Promise<unknown> {
  const timeout = new AbortController();
  const timer = clock.setTimer(timeoutMs, () => timeout.abort(new Error(`no answer within ${timeoutMs} ms`)));
  try {
    const response = await options.fetch(url, {
      redirect: 'manual',
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      headers: { accept, ...(body !== undefined && { 'content-type': 'application/json' }) },
      signal: AbortSignal.any([signal, timeout.signal]),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new Error(`answered with status ${response.status}`);
    }
    return JSON.parse(await readText(response, maxBytes));
  } finally {
    timer.cancel();
  }
}

async function readText(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop by an exception cancels the body, and with it the connection.
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new Error(`answered with more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
