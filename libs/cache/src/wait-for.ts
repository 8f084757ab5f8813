import type { Clock } from '@bff/clock';

export type Waited<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** The signal aborted first. */
  | { readonly kind: 'left'; readonly reason: unknown };

/** Waits for a promise as long as the signal allows, and says what came first. Never rejects; leaves no listener behind. */
export function waitFor<T>(promise: Promise<T>, signal: AbortSignal): Promise<Waited<T>> {
  return new Promise((resolve) => {
    const leave = (): void => resolve({ kind: 'left', reason: signal.reason });
    if (signal.aborted) {
      leave();
      return;
    }
    const settle = (waited: Waited<T>): void => {
      signal.removeEventListener('abort', leave);
      resolve(waited);
    };
    signal.addEventListener('abort', leave, { once: true });
    promise.then(
      (value) => settle({ kind: 'done', value }),
      (error: unknown) => settle({ kind: 'failed', error }),
    );
  });
}

/**
 * Resolves with the promise, or after `ms` if that is sooner. When this process was busy, what the promise waits for may lie
 * there unread: Node fires timers before it reads. One turn later it has been read.
 */
export function atMost<T>(promise: Promise<T>, ms: number, clock: Clock): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = clock.setTimer(ms, () => setImmediate(() => resolve(undefined)));
    promise.then(resolve, reject).finally(() => timer.cancel());
  });
}
