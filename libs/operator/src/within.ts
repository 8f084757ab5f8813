import type { Clock } from '@bff/clock';

/** What a promise gives, unless it takes longer than `ms`: then it rejects, and what the promise does later is nobody's business. */
export function within<T>(ms: number, promise: Promise<T>, clock: Clock): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = clock.setTimer(ms, () => reject(new Error(`no answer within ${ms} ms`)));
    promise.then(resolve, reject).finally(() => timer.cancel());
  });
}
