/** A moment of the cache, for operators and tests. */
export interface CacheSnapshot {
  readonly memory: { readonly entries: number; readonly bytes: number; readonly maxBytes: number };
  /** Loads under way. */
  readonly flights: number;
  /** Undefined without Redis. */
  readonly redis: RedisSnapshot | undefined;
}

export interface RedisSnapshot {
  /** A connection is there. It may still be one that does not answer. */
  readonly connected: boolean;
  readonly lookupsInFlight: number;
  readonly writesInFlight: number;
  /** Nodes (`host:port`) that are skipped for now, as they failed three times in a row. */
  readonly skippedNodes: readonly string[];
}
