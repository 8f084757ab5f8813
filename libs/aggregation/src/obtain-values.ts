import type { Fetched } from '@bff/cache';
import { Deadline } from '@bff/resilience';
import DataLoader from 'dataloader';
import type { KeyedSection } from './keyed-section.ts';
import { keptKeyOf } from './obtain-value.ts';
import type { Keeping, SectionRun } from './section-run.ts';

/** A value or why there is none, for each key in its place. */
export type ObtainedValues<Value> = readonly PromiseSettledResult<Fetched<Value | null>>[];

/**
 * The values of several keys: loaded together, or by way of the cache when the section is one that is kept. Each key has
 * an outcome of its own: what is kept of it, fresh or stale, counts for it alone. Those that have to be loaded are loaded
 * by one call of the section's loader.
 */
export async function obtainValues<Sources, Context, Value>(
  page: string,
  section: KeyedSection<Sources, Context, Value>,
  { keys, context }: { readonly keys: readonly string[]; readonly context: Context },
  run: SectionRun<Sources>,
): Promise<ObtainedValues<Value>> {
  const { deadline, sources, keeping } = run;
  const load = async (by: Deadline, wanted: readonly string[]) => {
    const values = await section.load(sources(by, section.key), wanted, context);
    return wanted.map((key): Value | null | Error => values.get(key) ?? section.absent?.() ?? null);
  };
  const { keep } = section;
  if (keeping && keep) {
    const together = loadedTogether(load, keeping, run);
    return keeping.cache.fetchAll(
      keys.map((key) => ({
        key: keptKeyOf(page, section.key, { ...keep, owner: keeping.owner }, [key]),
        freshMs: keep.freshMs,
        staleIfErrorMs: keep.staleIfErrorMs,
        signal: deadline.signal,
        load: (abandoned: AbortSignal) => together.load({ key, abandoned }),
      })),
    );
  }
  try {
    const values = await load(deadline, keys);
    return values.map((value) =>
      value instanceof Error
        ? { status: 'rejected', reason: value }
        : { status: 'fulfilled', value: { status: 'loaded', value } },
    );
  } catch (reason) {
    return keys.map(() => ({ status: 'rejected', reason }));
  }
}

/** A key that has to be loaded, and the signal that says that nobody waits for it any more. */
interface Wanted {
  readonly key: string;
  readonly abandoned: AbortSignal;
}

/** Joins the loads that start in the same turn into one, on a deadline of its own, since other pages may wait for it. */
function loadedTogether<Sources, Value>(
  load: (by: Deadline, keys: readonly string[]) => Promise<(Value | null | Error)[]>,
  { sharedLoadMs }: Keeping,
  { clock }: SectionRun<Sources>,
): DataLoader<Wanted, Value | null> {
  return new DataLoader(
    async (wanted) => {
      const nobody = whenAllAbandoned(wanted);
      const deadline = Deadline.after(sharedLoadMs, { clock, signal: nobody.signal });
      try {
        return await load(
          deadline,
          wanted.map(({ key }) => key),
        );
      } finally {
        deadline.dispose();
        nobody.dispose();
      }
    },
    { cache: false },
  );
}

/** A signal that aborts once every one of these has: one value that is still wanted keeps the load of all going. */
function whenAllAbandoned(wanted: readonly Wanted[]): { readonly signal: AbortSignal; dispose(): void } {
  const all = new AbortController();
  let left = wanted.length;
  const ends = wanted.map(({ abandoned }) => {
    const leave = () => {
      left -= 1;
      if (left === 0) all.abort(abandoned.reason);
    };
    if (abandoned.aborted) leave();
    else abandoned.addEventListener('abort', leave, { once: true });
    return () => abandoned.removeEventListener('abort', leave);
  });
  return { signal: all.signal, dispose: () => ends.forEach((end) => end()) };
}
