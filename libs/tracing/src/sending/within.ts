import type { Clock } from '@bff/clock';

/** Whether the promise resolved in time. */
export async function within(ms: number, promise: Promise<unknown>, clock: Clock): Promise<boolean> {
  const late = Promise.withResolvers<false>();
  const timer = clock.setTimer(ms, () => late.resolve(false));
  const inTime = await Promise.race([promise.then(() => true), late.promise]);
  timer.cancel();
  return inTime;
}
