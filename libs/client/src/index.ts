export {
  type MobileClient,
  type MobilePage,
  type MobilePath,
  type MobileRequest,
  type MobileSchemas,
  createMobileClient,
} from './mobile-client.ts';
export { type CallOptions, type ClientOptions, type PageClient } from './page-client.ts';
export type { Aborted, PageAnswered, PageRefused, PageResult, Unreachable } from './page-result.ts';
export {
  type FailedSection,
  type OkSection,
  type RequiredSection,
  type Section,
  type SectionCode,
  type StaleSection,
  hasValue,
  isFresh,
  valueOr,
} from './section.ts';
export {
  type WebClient,
  type WebPage,
  type WebPath,
  type WebRequest,
  type WebSchemas,
  createWebClient,
} from './web-client.ts';
