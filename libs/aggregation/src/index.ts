export {
  type Envelope,
  type PageMeta,
  type PageResponse,
  type SectionMeta,
  toProblem,
  toResponse,
} from './envelope.ts';
export type { DurationText } from './duration.ts';
export type { KeepSpec } from './keep.ts';
export type { Keeping } from './obtain-value.ts';
export type { PageObserver } from './page-observer.ts';
export type { Outcomes, PageResult, SectionTiming, Timings } from './page-result.ts';
export { Page, type PageDefinition, type ParamShape, type Section, type SectionTypes, pagesOver } from './page.ts';
export { type PageRun, runPage } from './run-page.ts';
export { type SectionFailure, type SectionOutcome, failureOf, failureWith } from './section-outcome.ts';
export { serverTiming } from './server-timing.ts';
export { type View, view } from './view.ts';
