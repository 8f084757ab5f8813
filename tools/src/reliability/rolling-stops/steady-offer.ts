import { pause } from '../pause.ts';
import { repeat } from '../repeat.ts';

/** Calls `send` at a rate, whether or not earlier ones have ended, until it is told to stop and all have. */
export function offerSteadily(ratePerSecond: number, send: () => Promise<void>): { stop(): Promise<void> } {
  const underWay = new Set<Promise<void>>();
  const startedAtMs = performance.now();
  let sent = 0;
  const offering = repeat(async () => {
    const waitMs = startedAtMs + (sent * 1000) / ratePerSecond - performance.now();
    if (waitMs > 0) await pause(waitMs);
    const ended = send().finally(() => underWay.delete(ended));
    underWay.add(ended);
    sent += 1;
  });
  return {
    async stop() {
      await offering.stop();
      await Promise.all(underWay);
    },
  };
}
