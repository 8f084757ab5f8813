import type { ExposedSeries } from '@bff/observability';
import type { Counted } from './counted.ts';

/** By how much one series has grown. */
export interface Increment {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly by: number;
}

/**
 * What was counted from one reading to the next. A counter that went down was set back, as its process was started again:
 * all that it says is new then. So is all of a process that says that it started later.
 */
export function incrementsBetween(before: Counted, after: Counted): readonly Increment[] {
  const restarted = before.startedAt !== after.startedAt;
  const old = new Map<string, number>();
  if (!restarted) for (const { id, value } of before.counters) old.set(id, value);
  return after.counters.flatMap(({ id, name, labels, value }: ExposedSeries) => {
    const known = old.get(id) ?? 0;
    const by = value >= known ? value - known : value;
    return by > 0 ? [{ name, labels, by }] : [];
  });
}
