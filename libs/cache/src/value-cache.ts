/**
 * Values that are put there rather than loaded. They are kept as what sections load is, under the same names: a key is
 * for the one or for the other.
 */
export interface ValueCache {
  /**
   * The value that was written under this key here or on another replica, a copy for each who asks. Undefined: there is
   * none, or its time is over. A value in memory is served without asking Redis; otherwise Redis is asked once for all who
   * ask meanwhile, for 25 ms at most. An answer that comes later is there for the next who asks.
   *
   * Never rejects. Leaves nothing behind for a key that is not known: it may come from anyone.
   */
  read<T>(key: readonly string[]): Promise<T | undefined>;
  /**
   * Keeps a value for `keepMs` from now: JSON-able data, which may hold `Map`, `Set` and `Date`. Read here at once, and on
   * other replicas once Redis has it, which nobody waits for. A value that is older, as it was written before, never takes
   * its place. A replica that has one in memory sees a newer one of another replica when the time of its own is over.
   *
   * A value that cannot be encoded or is too large is not kept, and told to the observer. 0 or less keeps nothing. Throws
   * a `RangeError` when `keepMs` is no finite number: Redis would keep that for ever.
   */
  write(key: readonly string[], value: unknown, keepMs: number): void;
}
