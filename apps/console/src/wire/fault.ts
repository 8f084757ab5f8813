/** A fault that is on in a mock, as its admin port gives it. Times are ISO 8601. */
export interface Fault {
  readonly id: string;
  readonly kind: string;
  /** An operation, or `all`. */
  readonly route: string;
  readonly options: {
    readonly probability: number;
    readonly ms?: number | undefined;
    readonly status?: number | undefined;
  };
  readonly setAt: string;
  /** Null: until it is cleared. */
  readonly expiresAt: string | null;
  readonly timesFired: number;
  /** Replies that it holds back at this moment. */
  readonly held: number;
}

/** The body of `POST /api/faults/{service}`. Absent options take the kind's default. */
export interface FaultRequest {
  readonly kind: string;
  readonly route?: string | undefined;
  /** Above 0, up to 1. */
  readonly probability?: number | undefined;
  readonly forMs?: number | undefined;
  readonly ms?: number | undefined;
  readonly status?: number | undefined;
}

/** What can be switched on, and in which services: `GET /api/faults`. */
export interface FaultsView {
  readonly services: readonly FaultService[];
  readonly kinds: readonly FaultKind[];
}

export interface FaultService {
  /** `payment`. */
  readonly service: string;
  /** `payment-service`. */
  readonly app: string;
  /** Operations that a fault can be meant for; besides these there is `all`. */
  readonly routes: readonly string[];
  readonly faults: readonly Fault[];
  /** Why nothing is known of it at the moment. */
  readonly problem: string | null;
}

export interface FaultKind {
  readonly kind: string;
  /** One line for people. */
  readonly does: string;
  /** Default of `ms`; absent when the kind takes none. */
  readonly ms?: number | undefined;
  /** What `ms` means for this kind. */
  readonly msIs?: string | undefined;
  /** Default of `status`; absent when the kind takes none. */
  readonly status?: number | undefined;
  /** False for a fault of the whole port, which takes neither route nor probability. */
  readonly perRequest: boolean;
}
