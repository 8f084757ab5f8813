export {
  type Envelope,
  type PageMeta,
  type PageResponse,
  type SectionMeta,
  pageHeaders,
  pageMeta,
  toProblem,
  toResponse,
} from './envelope.ts';
export type { DurationText } from './duration.ts';
export type { KeepSpec } from './keep.ts';
export { type KeyedSection, type KeyedSectionSpec, keyedSectionsOver } from './keyed-section.ts';
export type { PageObserver } from './page-observer.ts';
export { pageOutcomeOf } from './page-outcome.ts';
export type { Outcomes, PageResult, SectionTiming, Timings } from './page-result.ts';
export { Page, type PageDefinition, type ParamShape, type Section, type SectionTypes, pagesOver } from './page.ts';
export { type PageRun, runPage } from './run-page.ts';
export { type SectionFailure, type SectionOutcome, failureOf, failureWith } from './section-outcome.ts';
export type { Keeping, SectionRun } from './section-run.ts';
export { type SectionEnd } from './run-section.ts';
export { type OnDemandRun, SectionsOnDemand } from './sections-on-demand.ts';
export { serverTiming } from './server-timing.ts';
export { type SingleSection, type SingleSectionSpec, singleSectionsOver } from './single-section.ts';
export { type View, view } from './view.ts';
