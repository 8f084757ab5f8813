import type { Clock } from '@bff/clock';
import { tokenResponseSchema } from '@bff/contracts';
import type { DevelopmentToken } from './mount-development-token.ts';

export interface DevelopmentTokenOptions {
  /** Of the user service, which issues the tokens in development. */
  readonly userServiceUrl: string;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
}

/** Every set of demo data has this one. */
const userId = 'usr_0001';

/** A working day. */
const expiresInSeconds = 8 * 60 * 60;

/** Longer than signing takes, shorter than a person waits for a page. */
const timeoutMs = 2000;

const maxBytes = 64 * 1024;

/** Asks the development issuer for a token. Time and size are bounded, and it goes nowhere else than it was told. */
export const developmentToken =
  ({ userServiceUrl, clock, ...options }: DevelopmentTokenOptions): DevelopmentToken =>
  async (signal) => {
    const timeout = new AbortController();
    const timer = clock.setTimer(timeoutMs, () => timeout.abort(new Error(`no answer within ${timeoutMs} ms`)));
    try {
      const response = await options.fetch(`${userServiceUrl}/token`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ userId, expiresInSeconds }),
        signal: AbortSignal.any([signal, timeout.signal]),
      });
      if (response.status !== 200) {
        await response.body?.cancel();
        throw new Error(`answered with status ${response.status}`);
      }
      return tokenResponseSchema.parse(JSON.parse(await readText(response))).access_token;
    } finally {
      timer.cancel();
    }
  };

async function readText(response: Response): Promise<string> {
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
