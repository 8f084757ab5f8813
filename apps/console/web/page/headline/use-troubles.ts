import { useMemo } from 'react';
import { useKnown } from '../feed/use-known.ts';
import { troublesOf } from './troubles.ts';

/** Undefined while nothing is known. */
export function useTroubles() {
  // One by one: the state itself is another with every frame.
  const apps = useKnown(({ state }) => state?.apps);
  const redis = useKnown(({ state }) => state?.redis ?? null);
  const newest = useKnown(({ state }) => state?.newest);
  const strips = useKnown(({ history }) => history?.strips);
  return useMemo(
    () => (apps && newest ? troublesOf({ apps, redis, newest }, strips ?? []) : undefined),
    [apps, redis, newest, strips],
  );
}
