import type { components, paths } from './generated/web.ts';
import { type ClientOptions, type PageClient, type PageRequest, createPageClient } from './page-client.ts';
import type { PageResult } from './page-result.ts';
import type { PathOf, ProblemOf, SectionsOf } from './page-types.ts';

/** Every page of the web BFF: `/v1/orders/{orderId}`. */
export type WebPath = PathOf<paths>;

export type WebClient = PageClient<paths>;

/** What a page takes. */
export type WebRequest<Path extends WebPath> = PageRequest<paths, Path>;

/** What comes back for a page. */
export type WebPage<Path extends WebPath> = PageResult<SectionsOf<paths, Path>, ProblemOf<paths, Path>>;

/** The named types of the document: `WebSchemas['Money']`. */
export type WebSchemas = components['schemas'];

/** A client for the web BFF. */
export const createWebClient = (options: ClientOptions): WebClient => createPageClient<paths>(options);
