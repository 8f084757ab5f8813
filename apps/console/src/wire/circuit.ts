/** A circuit of one process, as its admin port gives it. Times are ISO 8601. */
export interface Circuit {
  readonly service: string;
  readonly state: CircuitState;
  readonly since: string;
  /** Of the breaker's window. */
  readonly counts: {
    readonly calls: number;
    readonly failures: number;
    readonly slow: number;
    readonly consecutiveFailures: number;
  };
  /** When open: the first call after this is a probe. */
  readonly openUntil: string | null;
  readonly lastFailure: { readonly code: string; readonly at: string } | null;
  readonly inFlight: number;
  readonly retriesLeft: number;
  /** Milliseconds until the service may be called again after a 429; 0 when there is no such wait. */
  readonly rateLimitedForMs: number;
  readonly lastAct: CircuitAct | null;
}

export type CircuitState = 'closed' | 'open' | 'half-open' | 'isolated';

export type ActName = 'isolate' | 'close' | 'reset';

/** The last act on a circuit. `shared`: the other replicas have it, or will, by way of Redis. */
export interface CircuitAct {
  readonly act: ActName;
  readonly by: string;
  readonly reason: string | null;
  readonly at: string;
  readonly shared: boolean;
}

/** A line of the audit trail, as `GET /api/acts` gives it: `{ acts: Act[], problems: string[] }`, the newest first. */
export interface Act {
  readonly app: string;
  /** Null for an act on the settings. */
  readonly service: string | null;
  readonly act: ActName | 'tune';
  readonly by: string;
  readonly reason: string | null;
  /** Of `tune`: what was changed. */
  readonly changes: readonly SettingChange[];
  readonly at: string;
  /** Admin URLs of the replicas that took part, the one that was asked first. */
  readonly replicas: readonly string[];
}

export interface SettingChange {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

export interface Acts {
  readonly acts: readonly Act[];
  /** A line for each replica that could not be asked: what it did is missing. */
  readonly problems: readonly string[];
}
