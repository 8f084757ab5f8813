import { useMemo, useSyncExternalStore } from 'react';
import { type Place, parsePlace } from './place.ts';

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

export function usePlace(): Place {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => parsePlace(hash), [hash]);
}

/** Goes there as a link does, so that the browser's back button leads back. */
export function goTo(hash: string): void {
  location.hash = hash;
}
