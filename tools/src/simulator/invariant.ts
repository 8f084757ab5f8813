import type { PageResult } from '@bff/aggregation';
import type {
  BreakerChanged,
  BreakerState,
  Hedged,
  Rejected,
  Retried,
  RetryRefused,
  ServiceLimits,
  ServicePolicySnapshot,
  UnexpectedError,
} from '@bff/resilience';
import type { AttemptRecord, CallRecord, PageRecord, ServiceName, ShownRecord } from './records.ts';

/** What is seen of a schedule from outside. Each is told at its instant, before anything else happens. */
export interface Events {
  callStarted: CallRecord;
  callEnded: CallRecord;
  /** An attempt reached its service. */
  attemptStarted: AttemptRecord;
  /** The service replied, or the attempt was aborted. Its policy learns of it in the same instant, a little later. */
  attemptEnded: AttemptRecord;
  breakerChanged: BreakerChanged & { readonly service: ServiceName };
  retried: Retried;
  retryRefused: RetryRefused;
  hedged: Hedged;
  rejected: Rejected;
  unexpectedError: UnexpectedError;
  limitsChanged: { readonly service: ServiceName; readonly before: ServiceLimits };
  moodChanged: { readonly service: ServiceName; readonly mood: string };
  clockStepped: { readonly ms: number };
  /** Told before the act. */
  operatorActs: { readonly service: ServiceName; readonly act: 'isolate' | 'close' | 'reset' };
  pageStarted: PageRecord;
  pageEnded: { readonly page: PageRecord; readonly result: PageResult | undefined };
  shown: ShownRecord;
  /** A loader was called for this page: on its own deadline, or on that of a load which others may join. */
  loadBegan: { readonly page: PageRecord; readonly shared: boolean; readonly signal: AbortSignal };
  /** A load of what is kept ended with NOT_FOUND or FORBIDDEN. */
  answered: { readonly section: string; readonly owner: string; readonly id: string; readonly begunAt: number };
  /** Told before the request's signal aborts, and once everything that follows from it has happened. */
  leaving: PageRecord;
  hasLeft: PageRecord;
  /** No request is under way, no call is, and no loader runs. */
  idle: undefined;
  /** Nothing happens any more: no client comes, all timers have fired. */
  quiet: undefined;
}

/** What invariants may look at. Looking changes nothing. */
export interface View {
  readonly now: number;
  /** The longest by which a timer of the code under test may be late in this schedule. */
  readonly latenessMs: number;
  readonly pendingTimers: number;
  readonly flights: number;
  readonly limits: (service: ServiceName) => ServiceLimits;
  /** By what the breaker has announced. */
  readonly state: (service: ServiceName) => BreakerState;
  readonly snapshot: (service: ServiceName) => ServicePolicySnapshot;
}

/** Says that it does not hold, with what was expected. */
export type Fail = (expectation: string) => void;

/** What must hold in every schedule: listeners for what it depends on. One is made for each schedule. */
export interface Invariant {
  readonly name: string;
  readonly watch: (view: View, fail: Fail) => { readonly [Name in keyof Events]?: (event: Events[Name]) => void };
}

/** An invariant that did not hold. */
export class Violation extends Error {
  override readonly name = 'Violation';
  readonly invariant: string;
  readonly seed: number;
  readonly time: number;

  constructor(invariant: string, { seed, time, expectation }: { seed: number; time: number; expectation: string }) {
    super(`seed ${seed}, at ${time} ms: ${invariant}: ${expectation}`);
    this.invariant = invariant;
    this.seed = seed;
    this.time = time;
  }
}
