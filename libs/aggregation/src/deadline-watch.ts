import type { Clock, Timer } from '@bff/clock';
import { type ClientGone, PageSettled, type ShuttingDown, DeadlineExceeded, abortReasonOf } from '@bff/errors';
import type { Deadline } from '@bff/resilience';

/**
 * How long after the deadline the policies may still tell why a section failed. A policy ends its call on the same signal
 * at the same moment and knows more (an open circuit, a 503 before the last back-off); this only bounds one that hangs.
 */
const GRACE_MS = 10;

export interface DeadlineWatchOptions {
  readonly deadline: Deadline;
  readonly clock: Clock;
  /** The deadline passed 10 ms ago: whatever has not ended by now hangs. */
  readonly overtime: () => void;
  /** Nobody waits for the answer any more. */
  readonly left: (reason: ClientGone | ShuttingDown) => void;
}

/** Tells once how a deadline came to an end for others than the page itself (which aborts it with `PageSettled`). */
export class DeadlineWatch {
  readonly #options: DeadlineWatchOptions;
  #grace: Timer | undefined;

  constructor(options: DeadlineWatchOptions) {
    this.#options = options;
  }

  /** Begins to watch; tells at once of a client that has left already. */
  start(): void {
    const { signal } = this.#options.deadline;
    if (signal.aborted) this.#onAbort();
    else signal.addEventListener('abort', this.#onAbort, { once: true });
  }

  /** Ends the watch. May be called twice. */
  stop(): void {
    this.#options.deadline.signal.removeEventListener('abort', this.#onAbort);
    this.#grace?.cancel();
  }

  readonly #onAbort = (): void => {
    const { deadline, clock, overtime, left } = this.#options;
    const reason = abortReasonOf(deadline.signal);
    if (reason instanceof PageSettled) return;
    if (reason === undefined || reason instanceof DeadlineExceeded) this.#grace = clock.setTimer(GRACE_MS, overtime);
    else left(reason);
  };
}
