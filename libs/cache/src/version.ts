import type { Clock } from '@bff/clock';

/**
 * Tells newer data from older, whichever write comes last. Counted from when the load began (what was asked for later
 * knows more), or from when the value was put there.
 */
export interface Version {
  /** Wall-clock time of the replica that it comes from, in ms since the Unix epoch. */
  readonly at: number;
  /** Decides between loads of the same millisecond: the later one of one replica; any one, but for all the same, of two. */
  readonly tie: number;
}

/**
 * How far two machines' clocks may differ, in ms. Clocks kept by NTP differ by less than 100. A value dated further ahead
 * than this is not believed, so that a machine with a wrong clock cannot keep everybody's values out; within it, a value
 * may pass for newer than one that was loaded up to this much later.
 */
export const CLOCK_TOLERANCE_MS = 1000;

/** Whether a value may take the place of the kept one, at this wall-clock time. */
export function supersedes(incoming: Version, kept: Version | undefined, wallTime: number): boolean {
  if (kept === undefined || isFromTheFuture(kept, wallTime)) return true;
  return incoming.at === kept.at ? incoming.tie > kept.tie : incoming.at > kept.at;
}

export const isFromTheFuture = (version: Version, wallTime: number): boolean =>
  version.at > wallTime + CLOCK_TOLERANCE_MS;

const REPLICAS = 1_000_000;

/** Makes the versions of one replica. A process may load 9 billion times before ties become inexact. */
export function versionSource(clock: Clock, random: () => number): () => Version {
  const replica = Math.floor(random() * REPLICAS);
  let loads = 0;
  return () => {
    loads += 1;
    return { at: Math.floor(clock.wallTime()), tie: loads * REPLICAS + replica };
  };
}
