import { pagesOver } from '@bff/aggregation';
import type { Services } from '@bff/downstream-clients';
import type { Caller } from '@bff/identity';

/** What every page of this app knows besides its own parameters. */
export interface PageContext {
  readonly caller: Caller;
}

/** Starts a page of the mobile BFF. */
export const page = pagesOver<Services, PageContext>();
