import { SectionsOnDemand, runPage } from '@bff/aggregation';
import { createCache } from '@bff/cache';
import { createServicePolicy } from '@bff/resilience';

/** The code under test. A seam, so that a broken one can be put in its place and each invariant be seen to fail. */
export interface Subject {
  readonly createServicePolicy: typeof createServicePolicy;
  readonly createCache: typeof createCache;
  readonly runPage: typeof runPage;
  readonly SectionsOnDemand: typeof SectionsOnDemand;
}

/** What the apps run. */
export const realSubject: Subject = { createServicePolicy, createCache, runPage, SectionsOnDemand };
