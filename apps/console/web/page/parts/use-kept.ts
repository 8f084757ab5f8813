import { useRef } from 'react';

/** A value that stays after its source has forgotten it, as long as it is asked for by the same key. */
export function useKept<T>(key: string | undefined, value: T | undefined): T | undefined {
  const kept = useRef<{ readonly key: string | undefined; readonly value: T | undefined }>({ key, value });
  if (value !== undefined || kept.current.key !== key) kept.current = { key, value };
  return kept.current.value;
}
