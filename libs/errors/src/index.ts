export { type CodeProblemOptions, codeProblem, retryAfterSeconds } from './code-problem.ts';
export {
  type AbortReason,
  ClientGone,
  DeadlineExceeded,
  PageSettled,
  ShuttingDown,
  abortReasonOf,
  isAbortReason,
} from './abort-reason.ts';
export {
  type Answer,
  type SectionCode,
  httpStatusOf,
  isAnswer,
  isRetryable,
  retryHintMs,
  sectionCodes,
  titleOf,
} from './codes.ts';
export { type Blame, DownstreamError, type DownstreamErrorOptions } from './downstream-error.ts';
export {
  BadRequest,
  type FieldError,
  HttpProblem,
  type HttpProblemOptions,
  type ProblemDetails,
  problemTypeOf,
} from './problem.ts';
