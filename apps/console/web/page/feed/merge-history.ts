import type { CircuitStrip, History } from '../../../src/wire/index.ts';

type Points = readonly (number | null)[];

/** Longest that is kept, in ms. The console itself keeps no more. */
export const HISTORY_MS = 600_000;

/** Whether points are missing between the two: then the whole must be asked for again. */
export function hasGap(whole: History, newest: History): boolean {
  const [last, first] = [whole.times.at(-1), newest.times[0]];
  return last !== undefined && first !== undefined && first > last + 2500;
}

/** The history with the newest points at its end, and without those that are older than ten minutes. */
export function mergeHistory(whole: History, newest: History): History {
  const from = newest.times[0];
  const to = newest.times.at(-1);
  if (from === undefined || to === undefined) return whole;
  const begin = indexOfFirst(whole.times, (time) => time > to - HISTORY_MS);
  const end = Math.max(
    begin,
    indexOfFirst(whole.times, (time) => time >= from),
  );
  const empty: Points = Array.from({ length: end - begin }, () => null);
  const join = (old: Points | undefined, fresh: Points): Points => [
    ...(old === undefined ? empty : old.slice(begin, end)),
    ...fresh,
  ];

  /** The lists of the series that are points, joined with those of the same series before. */
  function joinSeries<S extends { readonly app: string; readonly replica: number }>(
    before: readonly S[],
    after: readonly S[],
  ): readonly S[] {
    const known = new Map(before.map((series) => [keyOf(series), series]));
    return after.map((series) => {
      const old: Readonly<Record<string, unknown>> | undefined = known.get(keyOf(series));
      const joined = Object.entries(series).map(([name, value]) => [
        name,
        Array.isArray(value) ? join(old?.[name] as Points | undefined, value as Points) : value,
      ]);
      return Object.fromEntries(joined) as S;
    });
  }

  return {
    times: [...whole.times.slice(begin, end), ...newest.times],
    apps: joinSeries(whole.apps, newest.apps),
    edges: joinSeries(whole.edges, newest.edges),
    pages: joinSeries(whole.pages, newest.pages),
    strips: joinStrips(whole.strips, newest.strips),
  };
}

function joinStrips(before: readonly CircuitStrip[], after: readonly CircuitStrip[]): readonly CircuitStrip[] {
  const strips = new Map(before.map((strip) => [keyOf(strip), strip]));
  for (const strip of after) {
    const old = strips.get(keyOf(strip));
    const known = new Set(old?.changes.map(({ at, state }) => `${at} ${state}`));
    const fresh = strip.changes.filter(({ at, state }) => !known.has(`${at} ${state}`));
    if (old === undefined) strips.set(keyOf(strip), strip);
    else if (fresh.length > 0) {
      const changes = [...old.changes, ...fresh].toSorted((one, other) => one.at.localeCompare(other.at));
      strips.set(keyOf(strip), { ...old, changes });
    }
  }
  return [...strips.values()];
}

interface Keyed {
  readonly app: string;
  readonly replica: number;
  readonly service?: string;
  readonly page?: string;
}

export const keyOf = ({ app, replica, service = '', page = '' }: Keyed): string =>
  `${app} ${replica} ${service} ${page}`;

function indexOfFirst(times: readonly number[], matches: (time: number) => boolean): number {
  const index = times.findIndex(matches);
  return index === -1 ? times.length : index;
}
