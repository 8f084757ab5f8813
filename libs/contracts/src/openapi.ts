import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiOverride,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { z } from 'zod';
import { errorStatuses, type OperationContract, type ServiceContract } from './operation.ts';

/** An OpenAPI 3.1 document as plain JSON. */
export type OpenApiDocument = ReturnType<typeof createDocument>;

/**
 * The OpenAPI 3.1 document of a service, derived from its operations.
 *
 * OpenAPI allows one operation for each method and path. Operations that share both (told apart by `whenQueryHas`)
 * become one there: it is named after the first, `x-operations` names all, and a parameter is required only where
 * every one of them requires it.
 */
export function openApiOf(contract: ServiceContract): OpenApiDocument {
  const paths: ZodOpenApiPathsObject = {};
  for (const operations of byMethodAndPath(Object.values(contract.operations))) {
    const [first] = operations;
    paths[first.path] = { ...paths[first.path], [first.method.toLowerCase()]: openApiOperation(operations) };
  }
  const { title, description, version } = contract;
  return createDocument(
    { openapi: '3.1.1', info: { title, description, version }, paths },
    { override: readTolerantly },
  );
}

type OneOrMore<T> = readonly [T, ...T[]];

function byMethodAndPath(operations: readonly OperationContract[]): Iterable<OneOrMore<OperationContract>> {
  const groups = new Map<string, OneOrMore<OperationContract>>();
  for (const operation of operations) {
    const key = `${operation.method} ${operation.path}`;
    const group = groups.get(key);
    groups.set(key, group ? [...group, operation] : [operation]);
  }
  return groups.values();
}

function openApiOperation(operations: OneOrMore<OperationContract>): ZodOpenApiOperationObject {
  const [first, ...others] = operations;
  const query = operations.map((operation) => operation.query).filter((schema) => schema !== undefined);
  return {
    operationId: first.name,
    summary: operations.map(({ summary }) => summary).join('; or '),
    ...(others.length > 0 && { 'x-operations': operations.map(({ name }) => name) }),
    requestParams: {
      ...(first.params && { path: first.params }),
      ...(query.length > 0 && { query: mergedQuery(query) }),
    },
    ...(first.body && { requestBody: { required: true, content: { 'application/json': { schema: first.body } } } }),
    responses: responsesOf(operations),
  };
}

function mergedQuery(schemas: readonly z.ZodObject[]): z.ZodObject {
  const shape: Record<string, z.core.$ZodType> = {};
  for (const schema of schemas) {
    for (const [field, type] of Object.entries(schema.shape)) {
      shape[field] = schemas.every((other) => field in other.shape) ? type : optional(type);
    }
  }
  return z.strictObject(shape);
}

const errorDescriptions = {
  400: 'The request is not valid',
  403: 'The service does not give this away',
  404: 'There is no such thing',
} as const;

/** Optional, with what is said about the field; its own component name stays with the required one. */
function optional(type: z.core.$ZodType): z.core.$ZodType {
  const { id: _, ...said } = z.globalRegistry.get(type) ?? {};
  return z.safeParse(type, undefined).success ? type : z.optional(type).meta(said);
}

function responsesOf(operations: OneOrMore<OperationContract>): ZodOpenApiResponsesObject {
  const [first, second, ...more] = [...new Set(operations.map(({ response }) => response))];
  if (first === undefined) throw new Error('an operation has a response');
  const schema = second === undefined ? first : z.union([first, second, ...more]);
  const responses: ZodOpenApiResponsesObject = {
    200: { description: 'OK', content: { 'application/json': { schema } } },
  };
  for (const { errors } of operations) {
    for (const status of errorStatuses) {
      const error = errors[status];
      if (error) {
        responses[`${status}`] = {
          description: errorDescriptions[status],
          content: { [error.mediaType]: { schema: error.schema } },
        };
      }
    }
  }
  return responses;
}

/** A plain object drops unknown fields instead of refusing them, so its JSON Schema must not forbid them. */
const readTolerantly: ZodOpenApiOverride = ({ zodSchema, jsonSchema }) => {
  if (zodSchema instanceof z.ZodObject && !zodSchema.def.catchall) delete jsonSchema.additionalProperties;
};
