import type { Edge } from '../model/edges.ts';

/** What the breakers of an edge's living replicas count in their windows. */
export interface WindowCounts {
  readonly calls: number;
  /** 0 to 1; null without calls. Of the replica where it is highest: each opens by its own. */
  readonly failedShare: number | null;
  readonly slowShare: number | null;
}

export function windowOf({ circuits }: Edge): WindowCounts {
  const counts = circuits.filter(({ isDead }) => !isDead).map(({ circuit }) => circuit.counts);
  const busy = counts.filter(({ calls }) => calls > 0);
  const highest = (of: 'failures' | 'slow'): number | null =>
    busy.length === 0 ? null : Math.max(...busy.map((one) => one[of] / one.calls));
  return {
    calls: counts.reduce((sum, { calls }) => sum + calls, 0),
    failedShare: highest('failures'),
    slowShare: highest('slow'),
  };
}
