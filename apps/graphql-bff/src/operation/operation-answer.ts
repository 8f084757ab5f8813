import { type PageMeta, pageHeaders, pageMeta, serverTiming, toProblem as pageProblem } from '@bff/aggregation';
import { titleOf } from '@bff/errors';
import type { PageOutcome } from '@bff/observability';
import { internalError, toProblem } from '@bff/service-shell';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { operationOutcomeOf } from './operation-outcome.ts';
import { type Operation, draftType } from './operation.ts';
import { errorOf, statusOf } from './request-error.ts';
import { pathsOf } from './section-record.ts';

type Headers = Readonly<Record<string, string>>;

/** What an operation is answered with. */
export interface OperationAnswer {
  readonly result: FormattedExecutionResult;
  /** Undefined: 200, or whatever else the server has decided. */
  readonly status?: number;
  readonly headers: Headers;
  /** How the operation ended, for those who count; undefined when it never ran. */
  readonly outcome?: PageOutcome;
}

export interface AnswerOptions {
  /** Whether to tell how long each section took. Not for production: it describes the inside to anyone. */
  readonly serverTiming: boolean;
  /** The status of data together with errors. */
  readonly partialDataStatus: 200 | 294;
}

type Executed = Pick<FormattedExecutionResult, 'data' | 'errors'>;

/** No answer but a whole one may be kept. */
const notKept: Headers = { 'Cache-Control': 'no-store' };

/**
 * Puts together what was executed and how its sections ended. `data` is what the client is shown; `errors` gets one entry
 * for each section that failed, next to those that execution itself has found; `extensions.bff` is what `meta` is in REST.
 */
export function answerOf(operation: Operation, executed: Executed, options: AnswerOptions): OperationAnswer {
  const { left } = operation.sections;
  if (left) return unwanted(operation, left);
  if (executed.data === undefined) return notExecuted(operation, executed);
  const { outcomes, timings } = operation.records;
  const found = executed.errors ?? [];
  const errors = [...found, ...sectionErrors(operation)].map((error) => marked(error, operation));
  const withheld = operation.handling === 'strict' && errors.length > 0;
  const outcome = operationOutcomeOf({ errors: found, outcomes: Object.values(outcomes), withheld });
  const timing = options.serverTiming ? serverTiming(timings) : '';
  const timed: Headers = timing ? { 'Server-Timing': timing } : {};
  if (withheld) {
    // A request that is at fault will be so again, whatever has failed beside it.
    const strict = found.length > 0 ? notExecuted(operation, { errors: found }) : withoutSections(operation);
    return { ...strict, result: { errors }, headers: { ...strict.headers, ...timed }, outcome };
  }
  const whole = errors.length === 0;
  return {
    result: { data: executed.data, ...(!whole && { errors }), extensions: { bff: metaOf(operation, whole) } },
    ...(!whole && operation.mediaType === draftType && { status: options.partialDataStatus }),
    headers: { ...pageHeaders(outcomes), ...(!whole && { 'BFF-Complete': '?0', ...notKept }), ...timed },
    outcome,
  };
}

/** The status and headers of a page that has to be whole and is not, as in REST: those of the first section that failed. */
function withoutSections({ records }: Operation): Omit<OperationAnswer, 'result'> {
  const failures = records.entries.flatMap(([path, { outcome }]) =>
    outcome.status === 'failed' ? [[path, outcome.failure] as const] : [],
  );
  const [first] = failures;
  if (!first) throw new Error('no section failed');
  const [section, failure] = first;
  const problem = pageProblem({
    kind: 'failed',
    section,
    failure,
    failures: Object.fromEntries(failures),
    timings: records.timings,
  });
  return { status: problem.details.status, headers: problem.headers };
}

/** Of a section of a list of which only some values are missing or old, also how many. */
function metaOf({ records, requestId }: Operation, whole: boolean): PageMeta {
  const meta = pageMeta(records.outcomes, requestId);
  const mixtures = new Map(records.entries.map(([path, { mixture }]) => [path, mixture]));
  const sections = Object.fromEntries(
    Object.entries(meta.sections).map(([path, section]) => {
      const items = mixtures.get(path);
      return [path, items ? { ...section, items } : section];
    }),
  );
  return { ...meta, complete: meta.complete && whole, degraded: meta.degraded || !whole, sections };
}

/** One for each section that failed, however many of its values are missing. */
const sectionErrors = ({ records }: Operation): readonly GraphQLFormattedError[] =>
  records.entries.flatMap(([section, record]) =>
    record.failures.map((recorded): GraphQLFormattedError => {
      const { failure } = recorded;
      const paths = pathsOf(recorded);
      return {
        message: titleOf(failure.code),
        path: paths[0] ?? [],
        // Where only some are missing, which: a null without an error may stand next to them.
        extensions: { ...failure, section, ...((record.mixture || record.failures.length > 1) && { paths }) },
      };
    }),
  );

const marked = (error: GraphQLFormattedError, { requestId }: Operation): GraphQLFormattedError => ({
  ...error,
  extensions: { ...error.extensions, requestId },
});

/** It was refused before anything was executed. */
function notExecuted(operation: Operation, { errors = [] }: Executed): OperationAnswer {
  const [first] = errors;
  const status = first && statusOf(first);
  return {
    result: { errors: errors.map((error) => marked(error, operation)) },
    ...(status !== undefined && { status }),
    headers: notKept,
  };
}

/** A client that left reads nothing; one that is still there when the process must stop is told so. */
function unwanted(operation: Operation, left: NonNullable<Operation['sections']['left']>): OperationAnswer {
  const problem = toProblem(left) ?? internalError();
  return {
    result: { errors: [marked(errorOf(problem), operation)] },
    status: problem.details.status,
    headers: { ...problem.headers, ...notKept },
    outcome: 'aborted',
  };
}
