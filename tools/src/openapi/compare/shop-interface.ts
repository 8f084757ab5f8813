import { compareDocuments } from './compare-documents.ts';
import type { JsonObject } from './json.ts';

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const optional = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });
export const object = (properties: object, required: readonly string[] = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
});

/** A small interface with one of everything. `parts` replace what a case is about. */
export function shop(parts: Parts = {}): JsonObject {
  const page = object({
    data: object(parts.data ?? { order: ref('Order'), stock: optional({ type: 'array', items: ref('Level') }) }),
    meta: object({
      complete: { type: 'boolean' },
      sections: object(parts.entries ?? { stock: ref('FailedSection') }, []),
    }),
  });
  const get = {
    operationId: 'getOrderPage',
    summary: 'Order page',
    security: [{ bearer: parts.roles ?? [] }],
    'x-sections': parts.sections ?? { order: { required: true }, stock: { required: false } },
    parameters: parts.parameters ?? [limit],
    responses: {
      200: {
        description: 'OK',
        headers: parts.headers ?? { 'BFF-Complete': { required: true, schema: { enum: ['?1', '?0'] } } },
        content: { [parts.type ?? 'application/json']: { schema: page } },
      },
      404: { $ref: '#/components/responses/NotFound' },
      ...parts.responses,
    },
    ...parts.operation,
  };
  return {
    openapi: '3.1.1',
    info: { title: 'Shop', version: parts.version ?? '1' },
    paths: parts.paths ?? { '/v1/order': { get } },
    components: {
      securitySchemes: { bearer: parts.scheme ?? { type: 'http', scheme: 'bearer', description: 'A token' } },
      responses: {
        NotFound: {
          content: {
            'application/problem+json': {
              schema: { allOf: [ref('Problem'), object({ code: { enum: parts.codes ?? ['NOT_FOUND'] } })] },
            },
          },
        },
      },
      schemas: {
        Order: object({ id: { type: 'string' }, total: ref('Money'), note: { type: 'string' } }, ['id', 'total']),
        Level: object({ sku: { type: 'string' }, state: { type: 'string', enum: ['in', 'out'] } }),
        Money: object({ amount: { type: 'integer' } }),
        Problem: object({ code: { type: 'string', enum: ['NOT_FOUND', 'GONE'] } }),
        FailedSection: object({ status: { const: 'failed' }, code: { enum: ['TIMEOUT'] } }),
        StaleSection: object({ status: { const: 'stale' }, ageSeconds: { type: 'integer' } }),
        ...parts.schemas,
      },
    },
  };
}

export interface Parts {
  data?: object;
  entries?: object;
  sections?: object;
  parameters?: readonly object[];
  headers?: object;
  responses?: object;
  schemas?: object;
  roles?: readonly string[];
  codes?: readonly string[];
  scheme?: object;
  type?: string;
  version?: string;
  operation?: object;
  paths?: object;
}

export const limit = { in: 'query', name: 'limit', schema: { type: 'integer', minimum: 1, maximum: 50, default: 20 } };
export const limitWith = (schema: object) => ({ parameters: [{ ...limit, schema: { ...limit.schema, ...schema } }] });
export const order = (properties: object, required: readonly string[] = ['id', 'total']) => ({
  schemas: {
    Order: object({ id: { type: 'string' }, total: ref('Money'), note: { type: 'string' }, ...properties }, required),
  },
});
export const level = (properties: object) => ({ schemas: { Level: object(properties) } });
export const sku = { sku: { type: 'string' } };
export const header = (value: object) => ({ headers: { 'BFF-Complete': { required: true, ...value } } });

/** A rule, an interface before and after, and what has to be said about it. */
export type Case = readonly [rule: string, before: Parts, after: Parts, said: string];

export const compare = (before: Parts, after: Parts) => compareDocuments(shop(before), shop(after));
