import { z } from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import { type DocumentedRoute, type DocumentedSection, canBeStale } from './documented-route.ts';
import { pageNameOf, pageSchema } from './page-schema.ts';
import { problemResponses } from './problem-responses.ts';
import { notModifiedHeaders, pageHeaders } from './response-headers.ts';

/** The name of the one security scheme, in every document. */
export const securityScheme = 'bearerToken';

const prefer = z
  .enum(['handling=strict', 'handling=lenient'])
  .optional()
  .meta({ param: { description: '`handling=strict` makes a page of which a section failed a problem (RFC 7240)' } });
const client = z
  .string()
  .optional()
  .meta({
    param: {
      description: 'Which app asks, as `ios/5.2.1`: pages are counted by it. Anything else is counted as unknown',
    },
  });
const ifNoneMatch = z
  .string()
  .optional()
  .meta({ param: { description: 'The `ETag` of a page that the client has' } });

/** What OpenAPI says of a page's route: all of it read off the page. */
export function pageOperation(route: DocumentedRoute, etags: boolean): ZodOpenApiOperationObject {
  const { page, access } = route;
  const name = pageNameOf(page);
  return {
    operationId: operationIdOf(route),
    summary: summaryOf(name),
    description: descriptionOf(route),
    tags: [tagOf(route.path)],
    security: [{ [securityScheme]: access ? [access.role] : [] }],
    requestParams: {
      ...(Object.keys(page.path).length > 0 && { path: z.object(page.path) }),
      ...(Object.keys(page.query).length > 0 && { query: z.object(page.query) }),
      header: z.object({ Prefer: prefer, 'X-Client': client, ...(etags && { 'If-None-Match': ifNoneMatch }) }),
    },
    responses: {
      200: {
        description: 'The page, whole or partial',
        headers: pageHeaders(etags),
        content: { 'application/json': { schema: pageSchema(page) } },
      },
      ...(etags && { 304: { description: 'The client has this page already', headers: notModifiedHeaders } }),
      ...problemResponses,
    },
    'x-sections': Object.fromEntries(page.sections.map((section) => [section.key, factsOf(section)])),
  };
}

/** `getOrderPage`. A page that is at a second path, for a role, is told apart by that: `getOrderPageAsSupport`. */
function operationIdOf({ page, access }: DocumentedRoute): string {
  const name = pageNameOf(page);
  // The page's own name says it already: `SupportOrderPage`.
  const role = access && !name.toLowerCase().startsWith(access.role) ? `As${capitalised(access.role)}` : '';
  return `get${name}${role}`;
}

/** `Support order page` for `SupportOrderPage`. */
const summaryOf = (name: string): string => capitalised(name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').toLowerCase());

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The first word of the path behind the version. */
const tagOf = (path: string): string => path.split('/').find((part) => part !== '' && !/^v\d+$/.test(part)) ?? path;

function descriptionOf({ page, access }: DocumentedRoute): string {
  const lines = page.sections.map((section) => `- \`${section.key}\`: ${wordsOn(section)}`);
  return [...(access ? [`For callers with the role \`${access.role}\`.`, ''] : []), 'Sections:', '', ...lines].join(
    '\n',
  );
}

function wordsOn(section: DocumentedSection): string {
  const { required, keep } = section;
  const words = [required ? 'required' : 'may be missing'];
  if (keep && keep.freshMs > 0) words.push(`up to ${inWords(keep.freshMs)} old`);
  if (keep && canBeStale(section)) {
    const more = keep.freshMs > 0 ? `${inWords(keep.staleIfErrorMs)} more` : inWords(keep.staleIfErrorMs);
    words.push(`stale for up to ${more} while it cannot be loaded`);
  }
  return words.join('; ');
}

const units = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
] as const;

/** `90 s`, `5 min`, `1 d`: the largest unit that needs no fraction. */
function inWords(ms: number): string {
  const seconds = ms / 1000;
  const [name, size] = units.find(([, length]) => seconds % length === 0) ?? ['s', 1];
  return `${seconds / size} ${name}`;
}

/** The section as a machine may read it, for what the schemas cannot say. */
function factsOf({ required, needs, keep }: DocumentedSection) {
  return {
    required,
    ...(needs.length > 0 && { needs }),
    ...(keep && {
      keep: {
        freshSeconds: keep.freshMs / 1000,
        staleIfErrorSeconds: keep.staleIfErrorMs / 1000,
        audience: keep.audience,
      },
    }),
  };
}
