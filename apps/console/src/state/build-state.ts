import type { Clock } from '@bff/clock';
import type { HistoryKeeper } from '../history/history-keeper.ts';
import type { WatchedApp } from '../polling/watched-app.ts';
import type { ConsoleState, LoadState } from '../wire/index.ts';
import { redisStateOf } from './redis-state.ts';

export interface StateSources {
  readonly apps: readonly WatchedApp[];
  readonly history: HistoryKeeper;
  readonly clock: Clock;
  readonly production: boolean;
  readonly load: () => LoadState | null;
}

/** What a change of is news. Time going on is none. */
export type News = Pick<ConsoleState, 'apps' | 'redis' | 'load'>;

export function newsOf({ apps, load }: StateSources): News {
  const states = apps.map((app) => app.state());
  return { apps: states, redis: redisStateOf(states), load: load() };
}

/** All that the console knows at this moment. */
export function buildState(sources: StateSources, news: News = newsOf(sources)): ConsoleState {
  const { history, clock, production } = sources;
  return { at: new Date(clock.wallTime()).toISOString(), production, ...news, newest: history.newest() };
}
