import type { SectionOutcome } from './section-outcome.ts';

/** RFC 9651 boolean item. */
export const booleanItem = (value: boolean): string => (value ? '?1' : '?0');

/**
 * The `BFF-Sections` header: an RFC 9651 list with one token for each section that is not ok, in declared order.
 * `payment;failed=DOWNSTREAM_TIMEOUT, stock;stale=95` (age in whole seconds). Undefined when all are ok.
 */
export function sectionList(outcomes: Readonly<Record<string, SectionOutcome<unknown>>>): string | undefined {
  const items: string[] = [];
  for (const [key, outcome] of Object.entries(outcomes)) {
    if (outcome.status === 'failed') items.push(`${key};failed=${outcome.failure.code}`);
    if (outcome.status === 'stale') items.push(`${key};stale=${ageSecondsOf(outcome.ageMs)}`);
  }
  return items.length === 0 ? undefined : items.join(', ');
}

/** Whole seconds, rounded down as in `Age` (RFC 9111, 5.1). */
export const ageSecondsOf = (ageMs: number): number => Math.floor(ageMs / 1000);
