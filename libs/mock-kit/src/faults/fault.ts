import type { FaultKind } from './fault-kinds.ts';

/** The route of a fault that is meant for every route. */
export const ALL_ROUTES = 'all';

/** What someone asks for: the body of `POST /faults`. Absent options take the kind's default. */
export interface FaultRequest {
  kind: FaultKind;
  /** A contract operation name such as `getOrder`, or `all` (the default). */
  route?: string | undefined;
  /** How often it happens, above 0 and up to 1. Default 1: each time. */
  probability?: number | undefined;
  /** Milliseconds after which it clears itself. Default: until it is cleared. */
  forMs?: number | undefined;
  /** For `latency`, `trickle`, `rate-limit` and `flap`: milliseconds; see `faultKinds` for the meaning and default. */
  ms?: number | undefined;
  /** For `error`: the status, 500 to 599. */
  status?: number | undefined;
}

/** An active fault as the admin routes show it. */
export interface FaultView {
  id: string;
  kind: FaultKind;
  /** An operation name, or `all`. */
  route: string;
  options: { probability: number; ms?: number; status?: number };
  /** ISO 8601, wall-clock time. */
  setAt: string;
  /** ISO 8601, or null for a fault that stays until it is cleared. */
  expiresAt: string | null;
  /** How many requests it was applied to; for `refuse`, how many times the port was closed. */
  timesFired: number;
  /** How many replies it holds back at this moment. Those whose client has left are not among them. */
  held: number;
}
