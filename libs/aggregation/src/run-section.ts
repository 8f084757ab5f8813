import { DeadlineExceeded, HttpProblem } from '@bff/errors';
import type { Deadline } from '@bff/resilience';
import { obtainValue } from './obtain-value.ts';
import type { Section } from './page.ts';
import { type SectionOutcome, failureOf, failureWith } from './section-outcome.ts';
import type { SectionRun } from './section-run.ts';

/** How a section ended, next to what the client sees of it. */
export interface SectionEnd<Out = unknown> {
  readonly outcome: SectionOutcome<Out>;
  /** What other sections may be loaded from: the value before its view. Undefined when it failed. */
  readonly value?: unknown;
  /** Why it failed or is stale, as it was thrown. Undefined when there was nothing to throw. */
  readonly error?: unknown;
  /** The request itself cannot be served as it is (a cursor that a service refused). */
  readonly refused?: HttpProblem;
}

/** A section that the time did not suffice for. */
export const notStarted: SectionOutcome<never> = { status: 'failed', failure: failureWith('BUDGET_EXHAUSTED') };

/**
 * Obtains one section, by its own loading or from what is kept. Never rejects: whatever goes wrong in a loader or a view
 * is this section's outcome. `started` is called when its loader is about to be called.
 */
export async function runSection<Sources>(
  page: string,
  section: Section<Sources>,
  input: never,
  run: SectionRun<Sources>,
  started: () => void,
): Promise<SectionEnd> {
  const late = isLate(run.deadline);
  if (late && !(section.keep && run.keeping)) return { outcome: notStarted };
  if (!late) started();
  try {
    const obtained = await obtainValue(page, section, input, run);
    const value = section.view.map(obtained.value as never, input);
    if (obtained.status !== 'stale') return { outcome: { status: 'ok', value }, value: obtained.value };
    const { ageMs, cause } = obtained;
    const outcome = { status: 'stale' as const, value, ageMs, failure: failureOf(cause) };
    return { outcome, value: obtained.value, error: cause };
  } catch (error) {
    return endOfThrown(error, late);
  }
}

/**
 * Whether the time is over. It may be so before its timer has fired: the deadline is aborted then, so that nothing is
 * loaded any more; what is kept may still stand in.
 */
export function isLate(deadline: Deadline): boolean {
  if (!deadline.expired) return false;
  deadline.abort(new DeadlineExceeded());
  return true;
}

/** The end of a section that was not obtained. Of one that never got to start nothing was kept. */
export function endOfThrown(error: unknown, late: boolean): SectionEnd<never> {
  if (late && error instanceof DeadlineExceeded) return { outcome: notStarted };
  const outcome = { status: 'failed' as const, failure: failureOf(error) };
  return error instanceof HttpProblem ? { outcome, refused: error } : { outcome, error };
}
