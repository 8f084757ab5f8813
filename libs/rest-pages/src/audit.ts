import { type PageResult, pageOutcomeOf } from '@bff/aggregation';
import { HttpProblem } from '@bff/errors';
import type { Logger } from '@bff/observability';
import type { PageRoute } from './page-route.ts';

/** Who looks, and where from. */
export interface Look {
  readonly callerId: string;
  /** The path's parameters as they were sent: a refused request had no other. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly log: Logger;
}

/** Longer than any id; what somebody made up is cut. */
const longestParam = 64;

/**
 * Writes one line to the audit log for a request to a page that needs a role: who asked for what, whose data it was, and
 * how it ended, also when it was refused. Passes on what `answer` gives or throws.
 */
export async function audited<Sources, Context>(
  { page, access }: PageRoute<Sources, Context>,
  { callerId, params, log }: Look,
  answer: () => Promise<PageResult>,
): Promise<PageResult> {
  const asked = { ...namesOf(params), caller: callerId, page: page.name };
  // Whatever LOG_LEVEL says: an audit log with gaps is none.
  const auditLog = log.child({}, { level: 'info' });
  const write = (how: Readonly<Record<string, unknown>>) => auditLog.info({ audit: { ...asked, ...how } }, 'audit');
  try {
    const result = await answer();
    const subject = result.kind === 'answered' ? access?.subjectOf(result.outcomes as never) : undefined;
    write({ subject, outcome: pageOutcomeOf(result), code: codeOf(result) });
    return result;
  } catch (error) {
    write({ outcome: 'refused', code: error instanceof HttpProblem ? error.details.code : 'INTERNAL_ERROR' });
    throw error;
  }
}

const namesOf = (params: Look['params']) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value).slice(0, longestParam)]));

function codeOf(result: PageResult): string | undefined {
  if (result.kind === 'failed') return result.failure.code;
  return result.kind === 'refused' ? result.problem.details.code : undefined;
}
