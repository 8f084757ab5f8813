import type { Clock } from '@bff/clock';
import { tokenResponseSchema } from '@bff/contracts';
import { fetchJson } from '@bff/identity';
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
  ({ userServiceUrl, ...options }: DevelopmentTokenOptions): DevelopmentToken =>
  async (signal) => {
    const url = new URL(`${userServiceUrl}/token`);
    const answer = await fetchJson({
      url,
      body: { userId, expiresInSeconds },
      timeoutMs,
      maxBytes,
      signal,
      ...options,
    });
    return tokenResponseSchema.parse(answer).access_token;
  };
