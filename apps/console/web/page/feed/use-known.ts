import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AppState } from '../../../src/wire/index.ts';
import { Feed, type Known } from './feed.ts';

export const FeedContext = createContext(new Feed());

/**
 * A part of what is known. Draws again only when that part is another object: `select` must pick, not make. What is made
 * of it belongs in a `useMemo`.
 */
export function useKnown<T>(select: (known: Known) => T): T {
  const feed = useContext(FeedContext);
  return useSyncExternalStore(feed.subscribe, () => select(feed.known()));
}

const noApps: readonly AppState[] = [];

export const useApps = (): readonly AppState[] => useKnown(({ state }) => state?.apps ?? noApps);

export const useIsProduction = (): boolean => useKnown(({ state }) => state?.production ?? true);
