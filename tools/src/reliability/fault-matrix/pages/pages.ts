import { graphqlPages } from './graphql-pages.ts';
import { mobilePages } from './mobile-pages.ts';
import type { PageSpec } from './page-spec.ts';
import { webPages } from './web-pages.ts';

/** Every page of every BFF. A page that is added to a BFF is added here. */
export const pages: readonly PageSpec[] = [...mobilePages, ...webPages, ...graphqlPages];
