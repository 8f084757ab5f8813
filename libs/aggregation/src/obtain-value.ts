import type { Fetched, SectionCache } from '@bff/cache';
import type { Clock } from '@bff/clock';
import { Deadline, type DeadlineOptions } from '@bff/resilience';
import type { Keep } from './keep.ts';
import type { Section } from './page.ts';

/** Where the values of sections are kept, and for whom. */
export interface Keeping {
  readonly cache: SectionCache;
  /** The caller. Part of every key, but for sections that are for everyone. */
  readonly owner: string;
  /**
   * Milliseconds that a load may take which several pages wait for. It has a deadline of its own: the page that happened
   * to ask first may be nearly over, or its client may leave.
   */
  readonly sharedLoadMs: number;
}

/** The parts of a page's run that a section is obtained with. */
interface ObtainRun<Sources> {
  readonly sources: (deadline: Deadline) => Sources;
  readonly deadline: Deadline;
  readonly clock: Clock;
  readonly keeping?: Keeping;
}

/** A section's value: loaded for this page, or by way of the cache when the section is one that is kept. */
export async function obtainValue<Sources>(
  page: string,
  section: Section<Sources>,
  input: never,
  { sources, deadline, clock, keeping }: ObtainRun<Sources>,
): Promise<Fetched<unknown>> {
  const load = (by: Deadline) => section.load(sources(by), input);
  const { keep } = section;
  if (!keeping || !keep) return { status: 'loaded', value: await load(deadline) };
  return keeping.cache.fetch({
    key: keyOf(page, section.key, keep, keeping.owner, input),
    freshMs: keep.freshMs,
    staleIfErrorMs: keep.staleIfErrorMs,
    signal: deadline.signal,
    load: (abandoned) => onDeadlineOfItsOwn(keeping.sharedLoadMs, { clock, signal: abandoned }, load),
  });
}

/** No two sections, and no two callers, can come to the same key. */
function keyOf(page: string, section: string, { key, audience }: Keep, owner: string, input: never): readonly string[] {
  const whose = audience === 'everyone' ? ['everyone'] : ['caller', owner];
  return [page, section, ...whose, ...key(input)];
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
