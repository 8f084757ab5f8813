import { hash } from 'node:crypto';
import { type Clock } from '@bff/clock';
import { type CryptoKey } from 'jose';
import { type Caller } from './caller.ts';
import { type SigningKeyName } from './token-header.ts';

/** A token that was verified, and what made it valid. */
export interface VerifiedToken {
  readonly caller: Caller;
  readonly signedWith: SigningKeyName;
  /** The very key. Once the key set holds another object under its name, or none, the entry counts for nothing. */
  readonly key: CryptoKey;
  /** The claim `exp`, seconds since the epoch. */
  readonly exp: number;
}

export interface VerifiedTokensOptions {
  readonly clock: Clock;
  /** How long a verification may be reused. */
  readonly maxAgeMs: number;
  /** How many tokens are remembered; the oldest makes room. */
  readonly maxEntries: number;
}

/**
 * Remembers verified tokens for a short time: checking an ES256 signature costs a request more than most of its other
 * work. Keyed by SHA-256, so that a heap dump holds no token that could be used.
 */
export class VerifiedTokens {
  readonly #options: VerifiedTokensOptions;
  readonly #entries = new Map<string, VerifiedToken & { readonly freshUntilMs: number }>();

  constructor(options: VerifiedTokensOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The entry for exactly this token, unless it is too old or the token has reached its `exp`. */
  get(token: string): VerifiedToken | undefined {
    const id = idOf(token);
    const entry = this.#entries.get(id);
    if (!entry) return undefined;
    const { clock } = this.#options;
    // The age by the monotonic clock, `exp` by the wall clock: setting the date back keeps no entry alive.
    if (clock.now() < entry.freshUntilMs && clock.wallTime() < entry.exp * 1000) return entry;
    this.#entries.delete(id);
    return undefined;
  }

  add(token: string, verified: VerifiedToken): void {
    const { clock, maxAgeMs, maxEntries } = this.#options;
    const id = idOf(token);
    this.#entries.delete(id);
    this.#entries.set(id, { ...verified, freshUntilMs: clock.now() + maxAgeMs });
    this.#dropOldest(maxEntries);
  }

  delete(token: string): void {
    this.#entries.delete(idOf(token));
  }

  /** A Map iterates in the order of insertion, so the first entry is the oldest, and the first to be out of date. */
  #dropOldest(maxEntries: number): void {
    for (const id of this.#entries.keys()) {
      if (this.#entries.size <= maxEntries) return;
      this.#entries.delete(id);
    }
  }
}

const idOf = (token: string): string => hash('sha256', token, 'base64');
