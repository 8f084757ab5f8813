import { type Clock } from '@bff/clock';
import { type CryptoKey } from 'jose';
import { fetchJson } from './fetch-json.ts';
import { type VerificationKeys, importKeys } from './import-keys.ts';
import { type KeySetLimits } from './key-set-limits.ts';
import { RefreshSchedule } from './refresh-schedule.ts';
import { type SigningKeyName } from './token-header.ts';

/** The two log calls that are made. A pino logger fits. */
export interface KeyLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export interface KeySetOptions {
  readonly url: URL;
  readonly clock: Clock;
  readonly limits: KeySetLimits;
  readonly fetch: typeof fetch;
  readonly random: () => number;
  readonly logger?: KeyLog | undefined;
}

/** What is known of a key that a token names. */
export type KeyLookup =
  | { readonly status: 'found'; readonly key: CryptoKey }
  /** The issuer was asked after the key was, and does not have it. */
  | { readonly status: 'unknown' }
  /** The issuer could not be asked, or may not be asked again yet, so nobody can tell. */
  | { readonly status: 'undecided'; readonly retryAfterMs: number };

/** How often the first fetch may fail before somebody should know. With the waits between, about two seconds. */
const FAILURES_TO_WARN_OF = 4;

/**
 * The issuer's keys, fetched in the background and kept through its outages.
 *
 * jose's `createRemoteJWKSet` is not used: it forgets its keys when a refresh fails, and starts no cooldown after a
 * failure, so that tokens with random key names would cause a fetch each while the issuer is down.
 */
export class KeySet {
  readonly #options: KeySetOptions;
  readonly #schedule: RefreshSchedule;
  #held: { readonly keys: VerificationKeys; readonly fetch: number; readonly fetchedAtMs: number } | undefined;
  #fetchesBegun = 0;
  #missFetchAllowedAtMs = Number.NEGATIVE_INFINITY;

  constructor(options: KeySetOptions) {
    const { clock, limits, random } = options;
    this.#options = options;
    this.#schedule = new RefreshSchedule({
      clock,
      random,
      everyMs: limits.refreshMs,
      backoff: limits.backoff,
      refresh: (signal) => this.#fetch(signal),
      onFailure: (error, failures) => this.#failed(error, failures),
    });
  }

  /** Whether there are keys that are not too old to be trusted. */
  get usable(): boolean {
    const { clock, limits } = this.#options;
    return this.#held !== undefined && clock.now() - this.#held.fetchedAtMs <= limits.maxAgeMs;
  }

  /** The key if it is held now; never waits and never fetches. */
  held(name: SigningKeyName): CryptoKey | undefined {
    return this.usable ? this.#held?.keys.find(name) : undefined;
  }

  /**
   * The key, after a bounded wait for a fetch when it is not held. Keys that were asked for earlier do not make another
   * one unknown: it may be the successor that the issuer has signed with since.
   */
  async find(name: SigningKeyName): Promise<KeyLookup> {
    const held = this.held(name);
    if (held) return { status: 'found', key: held };
    const begunBefore = this.#fetchesBegun;
    await this.#waitForKeys();
    const key = this.held(name);
    if (key) return { status: 'found', key };
    if (this.usable && this.#held && this.#held.fetch > begunBefore) return { status: 'unknown' };
    return { status: 'undecided', retryAfterMs: this.#nextFetchInMs };
  }

  close(): void {
    this.#schedule.close();
  }

  /** Whether a missing key may cause a fetch. While fetches fail, the schedule is already trying as often as it should. */
  get #mayFetch(): boolean {
    return this.usable && !this.#schedule.failing && this.#options.clock.now() >= this.#missFetchAllowedAtMs;
  }

  /** Milliseconds until a key that is missing now can be looked for again. */
  get #nextFetchInMs(): number {
    const cooldownMs = Math.max(0, this.#missFetchAllowedAtMs - this.#options.clock.now());
    return this.usable && !this.#schedule.failing ? cooldownMs : this.#schedule.nextInMs;
  }

  /** Joins the fetch that is under way; else starts one, when it may. */
  async #waitForKeys(): Promise<void> {
    const { clock, limits } = this.#options;
    let fetching = this.#schedule.underWay;
    if (!fetching && this.#mayFetch) {
      this.#missFetchAllowedAtMs = clock.now() + limits.cooldownMs;
      fetching = this.#schedule.now();
    }
    if (!fetching) return;
    const { promise: waited, resolve } = Promise.withResolvers<void>();
    const timer = clock.setTimer(limits.waitMs, resolve);
    await Promise.race([fetching, waited]);
    timer.cancel();
  }

  async #fetch(signal: AbortSignal): Promise<void> {
    const { url, clock, limits, logger } = this.#options;
    const number = ++this.#fetchesBegun;
    const document = await fetchJson({
      accept: 'application/jwk-set+json, application/json',
      url,
      clock,
      signal,
      fetch: this.#options.fetch,
      timeoutMs: limits.fetchTimeoutMs,
      maxBytes: limits.maxBytes,
    });
    const keys = await importKeys(document);
    if (!this.#held || this.#schedule.failing) logger?.info({ keys: keys.size }, 'identity keys fetched');
    if (keys.unusable.length > 0) logger?.warn({ kids: keys.unusable }, 'identity keys that cannot be used');
    this.#held = { keys, fetch: number, fetchedAtMs: clock.now() };
  }

  #failed(error: unknown, failures: number): void {
    const { clock, logger } = this.#options;
    // One line when it begins, not one for each attempt of a long outage.
    if (this.#held && failures === 1) {
      const ageMs = Math.round(clock.now() - this.#held.fetchedAtMs);
      logger?.warn({ err: error, ageMs }, 'identity keys could not be fetched; those at hand stay in use');
    }
    if (this.#held) return;
    // When everything is started at once, the issuer is often the later one: no reason to alarm anybody yet.
    if (failures === 1) logger?.info({}, 'identity keys are not there yet; they are asked for again');
    if (failures === FAILURES_TO_WARN_OF) {
      logger?.warn({ err: error }, 'identity keys could not be fetched; no token can be verified until they are');
    }
  }
}
