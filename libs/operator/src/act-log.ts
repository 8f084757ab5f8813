import type { Logger, OperatorMetrics } from '@bff/observability';
import type { Act, Origin } from './act.ts';

/** How many are remembered. Enough for a night; the log has them all. */
const MOST_ACTS = 100;

export type LoggedAct = Omit<Act, 'seq'> & { readonly from: Origin };

/** The acts that this replica has taken part in: each is one line of the log, and the last hundred can be asked for. */
export class ActLog {
  readonly #logger: Pick<Logger, 'info'>;
  readonly #metrics: OperatorMetrics | undefined;
  readonly #acts: LoggedAct[] = [];

  constructor(logger: Logger, metrics?: OperatorMetrics) {
    this.#metrics = metrics;
    // Whatever LOG_LEVEL says: a list of who did what must have no gaps.
    this.#logger = logger.child({}, { level: 'info' });
  }

  add({ id, service, act, by, reason, at }: Act, from: Origin): void {
    const logged = { id, service, act, by, reason, at, from };
    this.#logger.info(logged, 'operator act');
    this.#metrics?.acted({ service, act, from });
    this.#acts.unshift(logged);
    this.#acts.length = Math.min(this.#acts.length, MOST_ACTS);
  }

  /** The newest first. */
  get acts(): readonly LoggedAct[] {
    return this.#acts;
  }
}
