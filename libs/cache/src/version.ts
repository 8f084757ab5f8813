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

/**
 * Whether a value may take the place of the kept one, at this wall-clock time. Of one replica's two it is the later one,
 * however its clock was stepped meanwhile.
 */
export function supersedes(incoming: Version, kept: Version | undefined, wallTime: number): boolean {
  if (kept === undefined) return true;
  if (incoming.tie !== kept.tie && replicaOf(incoming) === replicaOf(kept)) return incoming.tie > kept.tie;
  if (isFromTheFuture(kept, wallTime)) return true;
  return incoming.at === kept.at ? incoming.tie > kept.tie : incoming.at > kept.at;
}

export const isFromTheFuture = (version: Version, wallTime: number): boolean =>
  version.at > wallTime + CLOCK_TOLERANCE_MS;

const REPLICAS = 1_000_000;

const replicaOf = ({ tie }: Version): number => tie % REPLICAS;

/** A version that is newer than that of what is kept, where both are this replica's. */
export type VersionSource = (kept: Version | undefined) => Version;

/**
 * Makes the versions of one replica. A process may load 9 billion times before ties become inexact.
 *
 * What is asked for now is newer than what is kept, also when the clock was stepped back by less than clocks may differ:
 * otherwise the service's word that there is no such thing would pass for older than the value that it is about.
 */
export function versionSource(clock: Clock, random: () => number): VersionSource {
  const replica = Math.floor(random() * REPLICAS);
  let loads = 0;
  return (kept) => {
    loads += 1;
    const wallTime = clock.wallTime();
    const isBehind = kept !== undefined && kept.at > wallTime && !isFromTheFuture(kept, wallTime);
    return { at: isBehind ? kept.at : Math.floor(wallTime), tie: loads * REPLICAS + replica };
  };
}
