import type { Clock, Timer } from '@bff/clock';
import type { Logger } from '@bff/observability';

export interface RepeatOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly everyMs: number;
}

/**
 * Does something again and again: each time `everyMs` after the last began, or at once when that took longer. Never twice at
 * a time. A failure is logged and ends nothing: a console that stops looking is worse than one that missed a look. Returns
 * what ends it.
 */
export function repeat({ clock, logger, everyMs }: RepeatOptions, work: () => void | Promise<void>): () => void {
  let timer: Timer | undefined;
  let ended = false;
  const again = async (): Promise<void> => {
    const startedAtMs = clock.now();
    try {
      await work();
    } catch (error) {
      logger.error({ err: error }, 'something that is done again and again failed');
    }
    if (ended) return;
    const tookMs = clock.now() - startedAtMs;
    // A timer even when it is late: what ran too long must not keep everything else from running.
    timer = clock.setTimer(Math.max(0, everyMs - tookMs), () => void again());
  };
  void again();
  return () => {
    ended = true;
    timer?.cancel();
  };
}
