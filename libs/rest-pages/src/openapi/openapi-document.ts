import { z } from 'zod';
import { type ZodOpenApiOverride, type ZodOpenApiPathsObject, createDocument } from 'zod-openapi';
import type { DocumentedRoute } from './documented-route.ts';
import { pageOperation, securityScheme } from './page-operation.ts';

export interface OpenApiOptions {
  readonly title: string;
  /** Of the interface, not of the software behind it. */
  readonly version: string;
  /** What the app is for, in Markdown. How to read a page is added to it. */
  readonly description: string;
  /** Where it is served. Default: wherever the document is. */
  readonly servers?: readonly { readonly url: string; readonly description?: string }[];
  readonly routes: readonly DocumentedRoute[];
  /** Whether whole pages carry an `ETag` and can be asked for with `If-None-Match`. Default false. */
  readonly etags?: boolean;
}

/** An OpenAPI 3.1 document as plain JSON. */
export type OpenApiDocument = ReturnType<typeof createDocument>;

const howToReadAPage = `
## How to read a page

A page is a set of sections. Each is one key of \`data\`; it is there in every answer, and \`null\` when it failed.
\`meta.sections\` says of every section that is not as it should be why, and when to try again:

- *stale*: an older value is shown, because there is no newer one to be had
- *failed*: there is no value

A page that cannot be answered at all is a problem (RFC 9457). \`code\` comes from a closed list.`;

/**
 * The OpenAPI 3.1 document of an app: what its pages take, the sections that they come in, and the problems that they
 * can end as, all read off the pages themselves.
 * @throws Error when two routes have the same path, or two schemas the same name
 */
export function openApiDocument(options: OpenApiOptions): OpenApiDocument {
  const { title, version, description, servers, routes, etags = false } = options;
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const path = route.path.replace(/:([A-Za-z0-9_]+)/g, '{$1}');
    if (paths[path]) throw new Error(`two routes have the path ${path}`);
    paths[path] = { get: pageOperation(route, etags) };
  }
  return createDocument(
    {
      openapi: '3.1.1',
      info: { title, version, description: `${description.trim()}\n${howToReadAPage}` },
      ...(servers && { servers: [...servers] }),
      paths,
      components: {
        securitySchemes: {
          [securityScheme]: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'An access token' },
        },
      },
    },
    { override: plainJsonSchema },
  );
}

/** Leaves out what says nothing, and what a client must not rely on. */
const plainJsonSchema: ZodOpenApiOverride = ({ zodSchema, jsonSchema }) => {
  // A member may be added to any object at any time, so its JSON Schema must not forbid others.
  if (zodSchema instanceof z.ZodObject && !zodSchema.def.catchall) delete jsonSchema.additionalProperties;
  // The pattern that zod adds to a date and a time is longer than the rest of the document.
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
  // zod gives every integer JavaScript's own bounds.
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
};
