import {
  type PageMeta,
  pageHeaders,
  pageMeta,
  pageOutcomeOf,
  serverTiming,
  toProblem as pageProblem,
} from '@bff/aggregation';
import { titleOf } from '@bff/errors';
import type { PageOutcome } from '@bff/observability';
import { internalError, toProblem } from '@bff/service-shell';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { errorOf, statusOf } from './request-error.ts';
import type { Operation } from './operation.ts';
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
  const { entries, outcomes, timings } = operation.records;
  const errors = [...(executed.errors ?? []), ...sectionErrors(operation)].map((error) => marked(error, operation));
  const failures = entries.flatMap(([path, { outcome }]) =>
    outcome.status === 'failed' ? [{ path, ...outcome }] : [],
  );
  const [first] = failures;
  const timed: Headers = options.serverTiming && entries.length > 0 ? { 'Server-Timing': serverTiming(timings) } : {};
  const failed = first && {
    kind: 'failed' as const,
    section: first.path,
    failure: first.failure,
    failures: Object.fromEntries(failures.map(({ path, failure }) => [path, failure])),
    timings,
  };
  if (operation.handling === 'strict' && errors.length > 0) {
    if (!failed) return { ...notExecuted(operation, { errors }), outcome: 'refused' };
    const { details, headers } = pageProblem(failed);
    return {
      result: { errors },
      status: details.status,
      headers: { ...headers, ...timed },
      outcome: pageOutcomeOf(failed),
    };
  }
  const meta = metaOf(operation, errors.length === 0);
  return {
    result: { data: executed.data, ...(errors.length > 0 && { errors }), extensions: { bff: meta } },
    ...(errors.length > 0 && operation.mediaType === 'application/graphql-response+json'
      ? { status: options.partialDataStatus }
      : {}),
    headers: { ...pageHeaders(outcomes), ...(errors.length > 0 && { 'BFF-Complete': '?0', ...notKept }), ...timed },
    outcome:
      failed && failures.length === entries.length
        ? pageOutcomeOf(failed)
        : pageOutcomeOf({ kind: 'answered', outcomes, timings }),
  };
}

/** Of a section of a list of which only some values are missing or old, also how many. */
function metaOf({ records, requestId }: Operation, whole: boolean): PageMeta {
  const meta = pageMeta(records.outcomes, requestId);
  const sections = { ...meta.sections };
  for (const [path, { mixture }] of records.entries) {
    const section = sections[path];
    if (section && mixture) sections[path] = Object.assign({}, section, { items: mixture });
  }
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
        extensions: { ...failure, section, ...(record.mixture && { paths }) },
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
