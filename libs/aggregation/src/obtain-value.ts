import type { Fetched } from '@bff/cache';
import { Deadline, type DeadlineOptions } from '@bff/resilience';
import type { Keep } from './keep.ts';
import type { Section } from './page.ts';
import type { SectionRun } from './section-run.ts';

/** A section's value: loaded for this page, or by way of the cache when the section is one that is kept. */
export async function obtainValue<Sources>(
  page: string,
  section: Section<Sources>,
  input: never,
  { sources, deadline, clock, keeping }: SectionRun<Sources>,
): Promise<Fetched<unknown>> {
  const load = (by: Deadline) => section.load(sources(by, section.key), input);
  const { keep } = section;
  if (!keeping || !keep) return { status: 'loaded', value: await load(deadline) };
  return keeping.cache.fetch({
    key: keptKeyOf(page, section.key, { ...keep, owner: keeping.owner }, keep.key(input)),
    freshMs: keep.freshMs,
    staleIfErrorMs: keep.staleIfErrorMs,
    signal: deadline.signal,
    load: (abandoned) => onDeadlineOfItsOwn(keeping.sharedLoadMs, { clock, signal: abandoned }, load),
  });
}

/** No two sections, and no two callers, can come to the same key. */
export function keptKeyOf(
  page: string,
  section: string,
  { audience, owner }: { readonly audience: Keep['audience']; readonly owner: string },
  own: readonly string[],
): readonly string[] {
  const whose = audience === 'everyone' ? ['everyone'] : ['caller', owner];
  return [page, section, ...whose, ...own];
}

async function onDeadlineOfItsOwn<Value>(
  ms: number,
  options: DeadlineOptions,
  load: (by: Deadline) => Promise<Value>,
): Promise<Value> {
  const deadline = Deadline.after(ms, options);
  try {
    return await load(deadline);
  } finally {
    deadline.dispose();
  }
}
