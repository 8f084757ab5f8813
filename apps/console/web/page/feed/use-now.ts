import { useCallback, useContext, useSyncExternalStore } from 'react';
import { FeedContext } from './use-known.ts';

/** Ticks are shared by all who show a time, so that they change together. */
const TICK_MS = 500;

/**
 * The console's time in ms since the Unix epoch, in steps of half a second. While the line is lost it stands still at the
 * last frame: what is shown is not older than it says.
 */
export function useNow(): number {
  const feed = useContext(FeedContext);
  const subscribe = useCallback(
    (listener: () => void) => {
      const timer = setInterval(listener, TICK_MS);
      const leave = feed.subscribe(listener);
      return () => {
        clearInterval(timer);
        leave();
      };
    },
    [feed],
  );
  return useSyncExternalStore(subscribe, () => {
    const { state, link, aheadMs } = feed.known();
    const now = state !== null && link === 'lost' ? Date.parse(state.at) : Date.now() + aheadMs;
    return Math.floor(now / TICK_MS) * TICK_MS;
  });
}
