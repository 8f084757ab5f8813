import type { PageDefinition, SectionTypes } from '@bff/aggregation';
import { z } from 'zod';

/** A page at a path. */
export interface PageRoute<Sources, Context> {
  /** As Express writes it; its names are those of the page's path parameters: `/v1/orders/:orderId`. */
  readonly path: string;
  readonly page: PageDefinition<Sources, Context, object, SectionTypes>;
  /** The page's parameters as the shell reads them. */
  readonly input: { readonly path: z.ZodObject; readonly query: z.ZodObject };
}

/** One line of an app's table of contents. Throws when the path and the page do not name the same parameters. */
export function get<Sources, Context, Params extends object, Sections extends SectionTypes>(
  path: string,
  page: PageDefinition<Sources, Context, Params, Sections>,
): PageRoute<Sources, Context> {
  const inPath = [...path.matchAll(/:([A-Za-z0-9_]+)/g)].map(([, name]) => name).toSorted();
  const inPage = Object.keys(page.path).toSorted();
  if (inPath.join() !== inPage.join()) {
    throw new Error(`route ${path} has the parameters [${inPath.join()}], its page ${page.name} [${inPage.join()}]`);
  }
  return { path, page, input: { path: z.object(page.path), query: z.object(page.query) } };
}
