import type { components, paths } from './generated/mobile.ts';
import { type ClientOptions, type PageClient, type PageRequest, createPageClient } from './page-client.ts';
import type { PageResult } from './page-result.ts';
import type { PathOf, ProblemOf, SectionsOf } from './page-types.ts';

/** Every page of the mobile BFF: `/v1/orders/{orderId}`. */
export type MobilePath = PathOf<paths>;

export type MobileClient = PageClient<paths>;

/** What a page takes. */
export type MobileRequest<Path extends MobilePath> = PageRequest<paths, Path>;

/** What comes back for a page. */
export type MobilePage<Path extends MobilePath> = PageResult<SectionsOf<paths, Path>, ProblemOf<paths, Path>>;

/** The named types of the document: `MobileSchemas['Money']`. */
export type MobileSchemas = components['schemas'];

/** A client for the mobile BFF. */
export const createMobileClient = (options: ClientOptions): MobileClient => createPageClient<paths>(options);
