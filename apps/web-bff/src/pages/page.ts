import { pagesOver } from '@bff/aggregation';
import type { Services } from '@bff/downstream-clients';
import type { Caller } from '@bff/identity';

/** What every page of this app knows besides its own parameters. */
export interface PageContext {
  readonly caller: Caller;
  /** When the request came, in ms since the Unix epoch. */
  readonly nowMs: number;
}

/** Starts a page of the web BFF. */
export const page = pagesOver<Services, PageContext>();
