import type { Clock, Timer } from '@bff/clock';
import type { Logger, ShedReason } from '@bff/observability';

/** A line for each refusal would cost more than the refusal. */
const LINE_EVERY_MS = 1000;

/** Writes at most one line a second on what was refused and why: the first refusal at once, the others added up. */
export class ShedLog {
  readonly #logger: Logger;
  readonly #clock: Clock;
  readonly #state: () => Readonly<Record<string, number>>;
  readonly #refused = new Map<ShedReason, number>();
  #timer: Timer | undefined;

  /** `state` is asked for what else the line says: how things stand when it is written. */
  constructor({ logger, clock }: { logger: Logger; clock: Clock }, state: () => Readonly<Record<string, number>>) {
    this.#logger = logger;
    this.#clock = clock;
    this.#state = state;
  }

  add(reason: ShedReason): void {
    this.#refused.set(reason, (this.#refused.get(reason) ?? 0) + 1);
    if (this.#timer === undefined) this.#write();
  }

  #write(): void {
    this.#timer = undefined;
    if (this.#refused.size === 0) return;
    this.#logger.warn({ refused: Object.fromEntries(this.#refused), ...this.#state() }, 'load shed');
    this.#refused.clear();
    this.#timer = this.#clock.setTimer(LINE_EVERY_MS, () => this.#write());
  }
}
