import { z } from 'zod';
import { type DocumentedRoute, type DocumentedSection, canBeStale } from './documented-route.ts';
import { failedSectionSchema, staleOrFailedSectionSchema, staleSectionSchema } from './section-schema.ts';

type Page = DocumentedRoute['page'];

/** `OrderPage` for the page `order`, `SupportOrderPage` for `support-order` and `supportOrder`. */
export const pageNameOf = ({ name }: Page): string =>
  `${name.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, first: string) => first.toUpperCase())}Page`;

const schemas = new WeakMap<Page, z.ZodType>();

/**
 * The body of a page that is answered: whole, or partial in the ways that its sections allow and no other. The same one
 * for the same page, which may be at several paths.
 */
export function pageSchema(page: Page): z.ZodType {
  const known = schemas.get(page) ?? newPageSchema(page);
  schemas.set(page, known);
  return known;
}

function newPageSchema(page: Page): z.ZodType {
  const sections = Object.fromEntries(page.sections.map((section) => [section.key, valueSchema(section)]));
  const meta = z.object({
    complete: z.boolean().meta({ description: 'No section failed' }),
    degraded: z.boolean().meta({ description: 'A section failed or is stale' }),
    requestId: z.string().meta({ description: 'Names this request in our logs; the same as X-Request-Id' }),
    sections: entriesSchema(page),
  });
  return z.object({ data: z.object(sections), meta }).meta({ id: pageNameOf(page) });
}

/** The key is always there. Only a section that the page can be answered without may be null. */
const valueSchema = ({ required, view }: DocumentedSection): z.ZodType =>
  required ? view.schema : z.union([view.schema, z.null()]).meta({ description: 'null when it failed' });

function entriesSchema({ sections }: Page): z.ZodObject {
  const entries = sections.flatMap((section): [string, z.ZodType][] => {
    const entry = entrySchema(section);
    return entry ? [[section.key, entry.optional()]] : [];
  });
  return z
    .object(Object.fromEntries(entries))
    .meta({ description: 'Only the sections that are not as they should be' });
}

/** Undefined for a section that is always as it should be: required, and never shown stale. */
function entrySchema(section: DocumentedSection): z.ZodType | undefined {
  const stale = canBeStale(section);
  if (section.required) return stale ? staleSectionSchema : undefined;
  return stale ? staleOrFailedSectionSchema : failedSectionSchema;
}
