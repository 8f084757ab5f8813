import type { Clock } from '@bff/clock';

/**
 * Waits `ms`, or until the signal aborts if that is sooner. Never rejects; leaves neither timer nor listener behind.
 * Tells whether the time passed (true) or the signal aborted (false).
 */
export function pause(ms: number, { clock, signal }: { clock: Clock; signal: AbortSignal }): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const onAbort = (): void => {
      timer.cancel();
      resolve(false);
    };
    const timer = clock.setTimer(ms, () => {
      signal.removeEventListener('abort', onAbort);
      resolve(true);
    });
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
