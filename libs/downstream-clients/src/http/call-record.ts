import type { Clock } from '@bff/clock';
import { DownstreamError } from '@bff/errors';
import { type TraceContext, childSpan } from '@bff/observability';
import { type AttemptOutcome, attemptOutcomeOf } from '@bff/resilience';
import type { Where } from './answer-status.ts';
import type { CallContext } from './call-context.ts';

/** An attempt that is under way. */
export interface OpenAttempt {
  /** Its own span; undefined for a call that belongs to no trace. */
  readonly trace: TraceContext | undefined;
  ended(outcome: AttemptOutcome): void;
}

/** Tells the page's record of one call: its attempts, or that a policy refused it before it was sent. */
export class CallRecord {
  readonly #context: CallContext;
  readonly #where: Where;
  readonly #clock: Clock;
  #sent = false;

  constructor(context: CallContext, where: Where, clock: Clock) {
    this.#context = context;
    this.#where = where;
    this.#clock = clock;
  }

  begin(attempt: number): OpenAttempt {
    this.#sent = true;
    const parent = this.#context.trace;
    const trace = parent && childSpan(parent);
    const startedAtMs = this.#clock.now();
    return { trace, ended: (outcome) => this.#tell({ attempt, outcome, startedAtMs, trace }) };
  }

  /** The call ended with this. Of one that was sent its attempts have told. */
  failed(error: unknown): void {
    if (this.#sent || !(error instanceof DownstreamError)) return;
    const { trace } = this.#context;
    this.#tell({
      attempt: 0,
      outcome: attemptOutcomeOf(error),
      startedAtMs: this.#clock.now(),
      trace: trace && childSpan(trace),
    });
  }

  #tell({ attempt, outcome, startedAtMs, trace }: Told): void {
    if (!this.#context.calls || !trace) return;
    const endedAtMs = this.#clock.now();
    this.#context.calls.attemptEnded({ ...this.#where, attempt, outcome, startedAtMs, endedAtMs, trace });
  }
}

interface Told {
  readonly attempt: number;
  readonly outcome: AttemptOutcome;
  readonly startedAtMs: number;
  readonly trace: TraceContext | undefined;
}
