import type { Circuit, CircuitState } from './circuit.ts';
import type { Fault } from './fault.ts';
import type { History } from './history.ts';
import type { LoadState } from './load.ts';
import type { PagesReport } from './pages-report.ts';
import type { SettingsView } from './settings.ts';

/** All that the console knows at one moment: `GET /api/state`, and the event `state` of `GET /api/events`. */
export interface ConsoleState {
  /** ISO 8601, by the console's clock. */
  readonly at: string;
  /** Then there are no faults, no load and no tokens to be had here. */
  readonly production: boolean;
  /** In the order in which the targets were given. */
  readonly apps: readonly AppState[];
  /** Null while no BFF that lives can say. */
  readonly redis: RedisState | null;
  /** Null while none was made since the console started, and in production. */
  readonly load: LoadState | null;
  /** The newest points of the history. */
  readonly newest: History;
}

/** One process. Several replicas of an app are several. */
export interface AppState {
  readonly app: string;
  readonly kind: AppKind;
  /** The name that BFFs call it by, `payment` for `payment-service`; null for a BFF. */
  readonly service: string | null;
  readonly team: string;
  readonly adminUrl: string;
  /** 0 for the first of its app. */
  readonly replica: number;
  /**
   * dead: nobody listens on the admin port, or no answer within a second; what is below is then what was known last, but for
   * `traffic` and the numbers of `calls`, which are gone.
   */
  readonly status: 'ready' | 'not-ready' | 'dead';
  /** Of the status. ISO 8601. */
  readonly since: string;
  /** What is wrong with it or with one of its answers, for people. */
  readonly problem: string | null;
  /** Of `/readyz`: what each check says. */
  readonly readiness: Readonly<Record<string, string>> | null;
  /** Requests of the last 5 seconds. Null when not known. */
  readonly traffic: Traffic | null;
  /** Of a BFF: one for each service. */
  readonly calls: readonly CallEdge[];
  readonly circuits: readonly Circuit[];
  /** Of a BFF: whether its replicas hear of acts: `alone` without Redis, `cut-off` while Redis does not answer. */
  readonly replicas: 'alone' | 'connected' | 'cut-off' | null;
  readonly settings: SettingsView | null;
  readonly pages: PagesReport | null;
  readonly cache: CacheState | null;
  /** Of a service, outside production. */
  readonly faults: readonly Fault[];
}

export type AppKind = 'bff' | 'service';

export interface Traffic {
  readonly ratePerSecond: number;
  /** 0 to 1. Of an app: answers with a 5xx, without those that the client left. Of calls: attempts that ended in a code. */
  readonly errorShare: number;
  /** Null: nothing to say it of. */
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly p99Ms: number | null;
}

/** What a BFF has to do with one service, of the last 5 seconds. The rate is that of attempts that were sent. */
export interface CallEdge extends Traffic {
  readonly service: string;
  /** Attempts a second by how they ended: `ok`, a code, `aborted`, `outrun`. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Calls a second that were not sent. */
  readonly rejectedPerSecond: number;
  readonly breaker: CircuitState | 'unknown';
  readonly inFlight: number | null;
  readonly inFlightLimit: number | null;
  /** Retries that would be granted now. */
  readonly retriesLeft: number | null;
}

/** As `GET /cache` gives it. */
export interface CacheState {
  readonly memory: { readonly entries: number; readonly bytes: number; readonly maxBytes: number };
  readonly flights: number;
  /** Null without Redis. */
  readonly redis: {
    readonly connected: boolean;
    readonly lookupsInFlight: number;
    readonly writesInFlight: number;
    readonly skippedNodes: readonly string[];
  } | null;
}

export interface RedisState {
  /** `unreachable` when any BFF that has one cannot reach it. */
  readonly status: 'connected' | 'unreachable' | 'not-configured';
  /** The same for each BFF that lives. */
  readonly byApp: readonly {
    readonly app: string;
    readonly replica: number;
    readonly status: 'connected' | 'unreachable' | 'not-configured';
  }[];
}
