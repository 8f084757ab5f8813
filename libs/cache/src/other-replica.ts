import type { Clock } from '@bff/clock';
import type { Looked } from './shared-store.ts';

/**
 * How long one replica may keep the others from loading, in ms. Longer than a healthy load, of which it saves all but one;
 * short enough that a page of 740 ms, whose loader died or is slow itself, still has time for an attempt of its own
 * (350 ms) and more.
 */
export const LEASE_MS = 200;

/** Between two looks: 5 to 15 ms, spread so that the replicas do not ask in step. */
const pauseMs = (random: () => number): number => 5 + 10 * random();

/**
 * Waits while another replica loads the value. True: it is there. False: load it yourself, as the other one gave up, the
 * lease is over, or Redis does not say; or let it be, as nobody wants it any more.
 *
 * It looks every 10 ms or so. A message from Redis instead would come some ms sooner, for a second connection a replica
 * that has to be kept alive, and it can get lost, so that the looking would have to stay.
 */
export async function loadedElsewhere(options: {
  readonly clock: Clock;
  readonly random: () => number;
  /** Asks without taking the lease. */
  readonly look: () => Promise<Looked | undefined>;
  readonly isThere: () => boolean;
  /** Aborted when nobody waits for the value any more. Ends the looking, so that nothing else waits for it. */
  readonly abandoned: AbortSignal;
}): Promise<boolean> {
  const { clock, random, look, isThere, abandoned } = options;
  const until = clock.now() + LEASE_MS;
  for (let leftMs = LEASE_MS; leftMs > 0 && !abandoned.aborted; leftMs = until - clock.now()) {
    await pause(Math.min(leftMs, pauseMs(random)), clock);
    const looked = await look();
    if (isThere()) return true;
    if (looked?.lease !== 'taken') return false;
  }
  return false;
}

const pause = (ms: number, clock: Clock): Promise<void> => new Promise((resolve) => void clock.setTimer(ms, resolve));
