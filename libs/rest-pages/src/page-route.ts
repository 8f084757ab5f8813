import type { Outcomes, PageDefinition, SectionTypes } from '@bff/aggregation';
import type { Role } from '@bff/identity';
import { z } from 'zod';

/**
 * Who may use a route, beyond having a token. Such a page shows one user's data to another, so every request for it is
 * written to the audit log.
 */
export interface RouteAccess<Sections extends SectionTypes> {
  /** Anyone without it is refused with 403 before anything is fetched. */
  readonly role: Role;
  /** The user whose data an answered page showed; undefined when the page had none to show. */
  readonly subjectOf: (outcomes: Outcomes<Sections>) => string | undefined;
}

/** A page at a path. */
export interface PageRoute<Sources, Context> {
  /** As Express writes it; its names are those of the page's path parameters: `/v1/orders/:orderId`. */
  readonly path: string;
  readonly page: PageDefinition<Sources, Context, object, SectionTypes>;
  /** The page's parameters as the shell reads them. */
  readonly input: { readonly path: z.ZodObject; readonly query: z.ZodObject };
  /** Absent: open to every caller. The page's types were checked where the route was declared and are erased here. */
  readonly access?: { readonly role: Role; readonly subjectOf: (outcomes: never) => string | undefined };
}

/**
 * One line of an app's table of contents. Throws when the path and the page do not name the same parameters.
 *
 * @example
 * get('/v1/orders/:orderId', orderPage),
 * get('/v1/support/orders/:orderId', supportOrderPage, { role: 'support', subjectOf: customerOf }),
 */
export function get<Sources, Context, Params extends object, Sections extends SectionTypes>(
  path: string,
  page: PageDefinition<Sources, Context, Params, Sections>,
  access?: RouteAccess<Sections>,
): PageRoute<Sources, Context> {
  const inPath = [...path.matchAll(/:([A-Za-z0-9_]+)/g)].map(([, name]) => name).toSorted();
  const inPage = Object.keys(page.path).toSorted();
  if (inPath.join() !== inPage.join()) {
    throw new Error(`route ${path} has the parameters [${inPath.join()}], its page ${page.name} [${inPage.join()}]`);
  }
  const input = { path: z.object(page.path), query: z.object(page.query) };
  return { path, page, input, ...(access && { access }) };
}
