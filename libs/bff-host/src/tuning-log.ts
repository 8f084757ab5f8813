import { randomUUID } from 'node:crypto';
import type { Clock } from '@bff/clock';
import type { Tuning } from '@bff/live-settings';
import type { Logger, OperatorMetrics } from '@bff/observability';

/** How many are remembered. Enough for a night; the log has them all. */
const mostActs = 100;

/** An operator has changed what the settings file says. `at` is ISO 8601. */
export interface TuningAct {
  readonly id: string;
  readonly act: 'tune';
  /** The operator's `sub`, as a verified token had it. */
  readonly by: string;
  readonly at: string;
  readonly changes: Tuning['changes'];
  /** Other replicas see an edit of the file, and not whose it was. */
  readonly from: 'here';
}

/** The tunings that this replica was asked for: each is one line of the log, and the last hundred can be asked for. */
export class TuningLog {
  readonly #logger: Pick<Logger, 'info'>;
  readonly #metrics: OperatorMetrics;
  readonly #clock: Clock;
  readonly #acts: TuningAct[] = [];

  constructor({ logger, metrics, clock }: { logger: Logger; metrics: OperatorMetrics; clock: Clock }) {
    // Whatever LOG_LEVEL says: a list of who did what must have no gaps.
    this.#logger = logger.child({}, { level: 'info' });
    this.#metrics = metrics;
    this.#clock = clock;
  }

  add(by: string, changes: Tuning['changes']): void {
    const at = new Date(this.#clock.wallTime()).toISOString();
    const act: TuningAct = { id: randomUUID(), act: 'tune', by, at, changes, from: 'here' };
    this.#logger.info(act, 'operator act');
    // It may be about several services, or about none.
    this.#metrics.acted({ service: '', act: act.act, from: act.from });
    this.#acts.unshift(act);
    this.#acts.length = Math.min(this.#acts.length, mostActs);
  }

  /** The newest first. */
  get acts(): readonly TuningAct[] {
    return this.#acts;
  }
}
