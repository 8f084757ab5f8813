import type { Clock } from '@bff/clock';
import type { SectionCode } from '@bff/errors';
import { CallHistory } from './call-history.ts';
import type { BreakerSnapshot, BreakerState, ChangeReason, CircuitBreaker } from './circuit-breaker.ts';
import { openPeriodMs } from './open-period.ts';
import type { ServiceLimits } from './service-limits.ts';
import type { Tunable } from './tunable.ts';
import type { Verdict } from './verdict.ts';

type State =
  | { readonly name: 'closed' }
  | { readonly name: 'open'; readonly openedAt: number; readonly doublings: number; readonly spread: number }
  | { readonly name: 'half-open'; inFlight: number; succeeded: number; slow: number }
  | { readonly name: 'isolated' };

/** Whether a call may go out. A granted admission must be settled exactly once, with its `period`. */
export type Admission =
  | { readonly granted: true; /** Which stay in a state it belongs to. */ readonly period: number }
  | {
      readonly granted: false;
      /** Undefined when isolated: nobody knows. */ readonly retryAfterMs: number | undefined;
    };

export interface BreakerOptions {
  limits: Tunable<ServiceLimits>;
  clock: Clock;
  random: () => number;
  /** Must not throw. May call back into the breaker. */
  onChange: (change: { from: BreakerState; to: BreakerState; reason: ChangeReason; openForMs?: number }) => void;
}

/**
 * The states of a circuit and what moves it between them. It never waits and sets no timer: an open circuit becomes
 * half-open when a call arrives after its open time. All durations come from the monotonic clock.
 */
export class BreakerStateMachine implements CircuitBreaker {
  readonly #options: BreakerOptions;
  readonly #history: CallHistory;
  #state: State = { name: 'closed' };
  /** Goes up by one with every change of state, so that a late result finds that its time is over. */
  #period = 0;
  #since: number;
  #closedAt = 0;
  /** How often the circuit opened without having been stable in between. */
  #openings = 0;
  #lastFailure: { code: SectionCode; at: number } | undefined;

  constructor(options: BreakerOptions) {
    this.#options = options;
    this.#history = new CallHistory(options.clock, () => options.limits().breaker);
    this.#since = options.clock.wallTime();
  }

  get state(): BreakerState {
    return this.#state.name;
  }

  get since(): number {
    return this.#since;
  }

  /** Asks for one call to go out. Refuses at once instead of waiting for anything. */
  admit(): Admission {
    const state = this.#state;
    switch (state.name) {
      case 'closed':
        return { granted: true, period: this.#period };
      case 'isolated':
        return { granted: false, retryAfterMs: undefined };
      case 'open': {
        const waitMs = this.#openUntil(state) - this.#options.clock.now();
        if (waitMs > 0) return { granted: false, retryAfterMs: Math.max(1, Math.ceil(waitMs)) };
        this.#enter({ name: 'half-open', inFlight: 0, succeeded: 0, slow: 0 }, 'open-time-over');
        return this.admit();
      }
      case 'half-open': {
        const { breaker, attemptMs } = this.#options.limits();
        if (this.#decideOnProbes(state)) return this.admit();
        // By then every probe has been decided, as none outlives its attempt limit.
        if (state.inFlight + state.succeeded >= breaker.probes) {
          return { granted: false, retryAfterMs: Math.max(1, Math.ceil(attemptMs)) };
        }
        state.inFlight += 1;
        return { granted: true, period: this.#period };
      }
    }
  }

  /** Tells how an admitted call ended. A call admitted in an earlier period says nothing about this one: ignored. */
  settle(period: number, verdict: Verdict, durationMs: number, code?: SectionCode): void {
    if (period !== this.#period) return;
    const slow = durationMs > this.#options.limits().breaker.slowCallMs;
    if (verdict === 'failure' && code) this.#lastFailure = { code, at: this.#options.clock.wallTime() };
    if (this.#state.name === 'closed') this.#settleClosed(verdict, slow);
    else if (this.#state.name === 'half-open') this.#settleProbe(this.#state, verdict, slow);
  }

  isolate(): void {
    if (this.#state.name !== 'isolated') this.#enter({ name: 'isolated' }, 'operator');
  }

  close(): void {
    if (this.#state.name !== 'closed') this.#close('operator');
  }

  reset(): void {
    this.#lastFailure = undefined;
    this.#openings = 0;
    if (this.#state.name !== 'closed') return this.#close('operator');
    this.#history.clear();
    this.#period += 1;
  }

  snapshot(): BreakerSnapshot {
    const { clock } = this.#options;
    const openUntil =
      this.#state.name === 'open' ? clock.wallTime() + this.#openUntil(this.#state) - clock.now() : undefined;
    const counts = this.#history.counts();
    return { state: this.state, since: this.#since, counts, openUntil, lastFailure: this.#lastFailure };
  }

  #settleClosed(verdict: Verdict, slow: boolean): void {
    if (verdict === 'neutral') return;
    this.#history.record(verdict, slow);
    const reason = this.#history.reasonToOpen();
    if (reason) this.#open(reason);
  }

  #settleProbe(state: State & { name: 'half-open' }, verdict: Verdict, slow: boolean): void {
    state.inFlight -= 1;
    if (verdict === 'neutral') return;
    if (verdict === 'failure') return this.#open('probe-failed');
    state.succeeded += 1;
    if (slow) state.slow += 1;
    this.#decideOnProbes(state);
  }

  /** Probes that succeed but are as slow as what opened the circuit would only open it again. */
  #decideOnProbes({ succeeded, slow }: State & { name: 'half-open' }): boolean {
    const { probes, slowRatio } = this.#options.limits().breaker;
    if (succeeded < probes) return false;
    if (slow >= slowRatio * succeeded) this.#open('probes-slow');
    else this.#close('probes-succeeded');
    return true;
  }

  #open(reason: ChangeReason): void {
    const { clock, limits, random } = this.#options;
    const now = clock.now();
    if (this.#state.name === 'closed' && now - this.#closedAt >= limits().breaker.windowMs) this.#openings = 0;
    const state = { name: 'open', openedAt: now, doublings: this.#openings, spread: random() * 2 - 1 } as const;
    this.#openings += 1;
    this.#enter(state, reason, this.#openUntil(state) - now);
  }

  /** Worked out at each use, so that an operator who shortens the open time need not wait for the old one to end. */
  #openUntil({ openedAt, doublings, spread }: State & { name: 'open' }): number {
    return openedAt + openPeriodMs(this.#options.limits().breaker, doublings, spread);
  }

  #close(reason: ChangeReason): void {
    this.#closedAt = this.#options.clock.now();
    this.#enter({ name: 'closed' }, reason);
  }

  #enter(state: State, reason: ChangeReason, openForMs?: number): void {
    const from = this.#state.name;
    this.#state = state;
    this.#period += 1;
    this.#since = this.#options.clock.wallTime();
    this.#history.clear();
    this.#options.onChange({ from, to: state.name, reason, ...(openForMs === undefined ? {} : { openForMs }) });
  }
}
