import type { Clock } from '@bff/clock';
import { ALL_ROUTES, type FaultRequest, type FaultView } from './fault.ts';
import { type FaultKind, describeFault } from './fault-kinds.ts';

/** A fault that is on. Held replies register with `onEnd`, so that they go out when it is cleared or expires. */
export class ActiveFault {
  readonly id: string;
  readonly kind: FaultKind;
  readonly route: string;
  readonly probability: number;
  /** Milliseconds; what they mean depends on the kind. 0 for a kind without the option. */
  readonly ms: number;
  /** The status of an `error`; 503 for a kind without the option. */
  readonly status: number;
  readonly forMs: number | undefined;
  /** On the clock's monotonic time. */
  readonly setAt: number;
  timesFired = 0;
  readonly #setAtMs: number;
  readonly #waiting = new Set<() => void>();
  #ended = false;

  constructor(id: string, request: FaultRequest, clock: Clock) {
    const kind = describeFault(request.kind);
    this.id = id;
    this.kind = request.kind;
    this.route = request.route ?? ALL_ROUTES;
    this.probability = request.probability ?? 1;
    this.ms = request.ms ?? kind.ms ?? 0;
    this.status = request.status ?? kind.status ?? 503;
    this.forMs = request.forMs;
    this.setAt = clock.now();
    this.#setAtMs = clock.wallTime();
  }

  covers(operation: string): boolean {
    return this.route === ALL_ROUTES || this.route === operation;
  }

  /** Calls back once, when the fault is cleared or expires. Not called when it has `ended` already. */
  onEnd(callback: () => void): void {
    this.#waiting.add(callback);
  }

  offEnd(callback: () => void): void {
    this.#waiting.delete(callback);
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** How many replies are being held. */
  get held(): number {
    return this.#waiting.size;
  }

  end(): void {
    this.#ended = true;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const callback of waiting) callback();
  }

  view(): FaultView {
    const { ms, status } = describeFault(this.kind);
    return {
      id: this.id,
      kind: this.kind,
      route: this.route,
      options: {
        probability: this.probability,
        ...(ms === undefined ? {} : { ms: this.ms }),
        ...(status === undefined ? {} : { status: this.status }),
      },
      setAt: new Date(this.#setAtMs).toISOString(),
      expiresAt: this.forMs === undefined ? null : new Date(this.#setAtMs + this.forMs).toISOString(),
      timesFired: this.timesFired,
      held: this.held,
    };
  }
}
