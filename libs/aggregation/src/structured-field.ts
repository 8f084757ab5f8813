import type { SectionOutcome } from './section-outcome.ts';

/** RFC 9651 boolean item. */
export const booleanItem = (value: boolean): string => (value ? '?1' : '?0');

/** What need not be quoted (RFC 9651, section 3.3.4). A section's key has no characters that a string could not hold. */
const token = /^[A-Za-z*][\w.]*$/;

/**
 * The `BFF-Sections` header: an RFC 9651 list with one token for each section that is not ok, in declared order.
 * `payment;failed=DOWNSTREAM_TIMEOUT, stock;stale=95` (age in whole seconds). Undefined when all are ok.
 */
export function sectionList(outcomes: Readonly<Record<string, SectionOutcome<unknown>>>): string | undefined {
  const items: string[] = [];
  for (const [key, outcome] of Object.entries(outcomes)) {
    const name = token.test(key) ? key : `"${key}"`;
    if (outcome.status === 'failed') items.push(`${name};failed=${outcome.failure.code}`);
    if (outcome.status === 'stale') items.push(`${name};stale=${ageSecondsOf(outcome.ageMs)}`);
  }
  return items.length === 0 ? undefined : items.join(', ');
}

/** Whole seconds, rounded down as in `Age` (RFC 9111, 5.1). */
export const ageSecondsOf = (ageMs: number): number => Math.floor(ageMs / 1000);
