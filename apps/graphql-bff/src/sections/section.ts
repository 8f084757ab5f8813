import { keyedSectionsOver, singleSectionsOver } from '@bff/aggregation';
import type { Services } from '@bff/downstream-clients';
import type { Caller } from '@bff/identity';

/** What every section of a request knows. */
export interface SectionContext {
  readonly caller: Caller;
}

/** A section of which many values are asked for at once: one for each order of a list, say. */
export const keyedSection = keyedSectionsOver<Services, SectionContext>();

/** A section that is asked for as a whole. */
export const singleSection = singleSectionsOver<Services, SectionContext>();
