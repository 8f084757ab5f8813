import { type SectionOutcome } from '@bff/aggregation';
import { isAnswer } from '@bff/errors';
import type { PageOutcome } from '@bff/observability';
import type { GraphQLFormattedError } from 'graphql';

export interface EndedOperation {
  /** Errors that execution itself has found: arguments that do not go together, defects. */
  readonly errors: readonly GraphQLFormattedError[];
  readonly outcomes: readonly SectionOutcome<unknown>[];
  /** The client gets no data, as something of it is missing. */
  readonly withheld: boolean;
}

/**
 * How an operation ended, in the few words that metrics have for it. What the client is to blame for (an id that does not
 * exist, a cursor that is none) is no failure: nobody must be able to raise an alarm by it.
 */
export function operationOutcomeOf({ errors, outcomes, withheld }: EndedOperation): PageOutcome {
  const failed = outcomes.flatMap((outcome) => (outcome.status === 'failed' ? [outcome.failure.code] : []));
  const isOurs = errors.some(({ extensions }) => extensions?.['code'] === 'INTERNAL_ERROR');
  const nothingShown = withheld || failed.length === outcomes.length;
  if (isOurs || !failed.every(isAnswer)) return nothingShown && (withheld || failed.length > 0) ? 'failed' : 'degraded';
  if (failed.length + errors.length > 0 && nothingShown) return 'refused';
  return outcomes.some(({ status }) => status === 'stale') ? 'degraded' : 'complete';
}
