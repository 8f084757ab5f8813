/** How the issuer's keys are fetched and for how long they are trusted. */
export interface KeySetLimits {
  /** Time between two fetches while they succeed. Also how long a key that the issuer withdrew may still be accepted. */
  readonly refreshMs: number;
  /** Delay after a failed fetch, doubling from the first to the longest, each with up to half of it taken off at random. */
  readonly backoff: { readonly firstMs: number; readonly longestMs: number };
  /** For how long keys stay in use when no fetch succeeds. */
  readonly maxAgeMs: number;
  /**
   * Shortest time between two fetches that tokens with unknown key names cause. Anyone can cause one with a name made up,
   * so it is also how long a token of a new key may have to wait, with a 503, when that has just happened.
   */
  readonly cooldownMs: number;
  /** Bounds one fetch, body included. */
  readonly fetchTimeoutMs: number;
  /** For how long one verification may wait for a fetch. */
  readonly waitMs: number;
  /** Largest JWK set that is read. */
  readonly maxBytes: number;
}

export const defaultKeySetLimits: KeySetLimits = {
  refreshMs: 5 * 60_000,
  // Capped low: a restarted system must take tokens again within seconds of its issuer being up.
  backoff: { firstMs: 250, longestMs: 5_000 },
  maxAgeMs: 24 * 3_600_000,
  cooldownMs: 1_000,
  fetchTimeoutMs: 2_000,
  waitMs: 300,
  maxBytes: 65_536,
};
