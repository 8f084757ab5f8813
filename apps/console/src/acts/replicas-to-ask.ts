import type { WatchedApp } from '../polling/watched-app.ts';

export interface ToAsk {
  /** Each of them: what it does no other hears of. */
  readonly each: readonly WatchedApp[];
  /** One of them, the others hear of it by way of Redis. In the order in which to try. */
  readonly oneOf: readonly WatchedApp[];
}

/** Who of the replicas that live has to be asked for an act on a circuit. */
export function replicasToAsk(live: readonly WatchedApp[]): ToAsk {
  return {
    each: live.filter(({ replicas }) => replicas !== 'connected'),
    oneOf: live.filter(({ replicas }) => replicas === 'connected'),
  };
}
