import type { Version } from './version.ts';

/** What a store holds under a name. */
export interface Entry {
  readonly version: Version;
  /**
   * The value, encoded. Undefined: a service said that there is no such thing (or not for this caller). That is kept for a
   * while so that a slower load, which began before, cannot bring the old value back.
   */
  readonly payload: string | undefined;
}

/** How long it is remembered that a value was removed: longer than any load may take. */
export const REMOVAL_KEPT_MS = 60_000;

/** Larger values are not kept: no section is that large, and one must not push all others out. */
export const LARGEST_PAYLOAD = 1024 * 1024;
