import type { Clock } from '@bff/clock';
import { defaultSeed } from './data/data-set-size.ts';
import { type Random, randomOf } from './data/random.ts';

export interface LatencyOptions {
  /** Half of the requests take longer, half take less. 0 switches latency off. */
  readonly medianMs: number;
  readonly clock: Clock;
  /** The same number, the same sequence of latencies. Default `defaultSeed`. */
  readonly seed?: number;
  /**
   * How far they scatter: the standard deviation of their logarithm. Default 0.35, with which 1 in 20 takes 1.8 times the
   * median and 1 in 1,000 takes 3 times, about what a healthy service shows.
   */
  readonly sigma?: number;
}

/** How long a mock service pretends to work. */
export interface Latency {
  /** The next one of the sequence, in milliseconds. */
  nextMs(): number;
  /** Waits the next one out. Rejects with the signal's reason at once when it aborts: nobody waits for the answer. */
  wait(signal: AbortSignal): Promise<void>;
}

/** Latency drawn from a log-normal distribution, which has the long tail to the right that measured latencies have. */
export function createLatency({ medianMs, clock, seed = defaultSeed, sigma = 0.35 }: LatencyOptions): Latency {
  const random = randomOf(seed, 'latency', 0);
  const nextMs = () => (medianMs === 0 ? 0 : medianMs * Math.exp(sigma * standardNormal(random)));
  return { nextMs, wait: (signal) => waitFor(nextMs(), signal, clock) };
}

/** Box and Muller's transform. `1 - next()` is never 0, whose logarithm would be infinite. */
const standardNormal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

function waitFor(ms: number, signal: AbortSignal, clock: Clock): Promise<void> {
  if (signal.aborted) return Promise.reject(signal.reason);
  if (ms === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      timer.cancel();
      reject(signal.reason);
    };
    const timer = clock.setTimer(ms, () => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    });
    signal.addEventListener('abort', giveUp, { once: true });
  });
}
