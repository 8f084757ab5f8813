import { parse } from 'node:querystring';
import { BadRequest, type FieldError } from '@bff/errors';
import { z } from 'zod';
import { fieldErrorsOf } from './field-errors.ts';
import { unknownAmong } from './reason.ts';

type Shape = z.ZodObject;

/** What a route takes. A part that is left out takes no field at all. */
export interface InputSchemas<P extends Shape, Q extends Shape> {
  path?: P;
  query?: Q;
}

export interface Input<P extends Shape, Q extends Shape> {
  readonly path: z.output<P>;
  readonly query: z.output<Q>;
}

/** The parts of an Express request that are read. */
export interface InputSource {
  readonly url?: string | undefined;
  readonly params: Readonly<Record<string, unknown>>;
}

const nothing = z.object({});
type Nothing = typeof nothing;

/**
 * Reads path parameters and query fields. Throws `BadRequest` that names every bad field: of the wrong form, missing,
 * given more than once, or not known (a misspelt filter that is ignored looks like one that works).
 */
export function readInput<P extends Shape = Nothing, Q extends Shape = Nothing>(
  req: InputSource,
  schemas: InputSchemas<P, Q>,
): Input<P, Q>;
export function readInput(req: InputSource, schemas: InputSchemas<Shape, Shape>): unknown {
  const errors: FieldError[] = [];
  const path = parsePart(schemas.path ?? nothing, schemas.path ? { ...req.params } : {}, 'path', errors);
  const querySchema = schemas.query ?? nothing;
  const query = parsePart(querySchema, queryFields(req, querySchema, errors), 'query', errors);
  if (errors.length > 0) throw new BadRequest(errors);
  return { path, query };
}

function parsePart(
  schema: Shape,
  input: Record<string, unknown>,
  where: 'path' | 'query',
  errors: FieldError[],
): unknown {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  // A field that was refused already (given twice) is missing here for that reason only.
  const refused = new Set(errors.filter((error) => error.in === where).map((error) => error.field));
  const found = fieldErrorsOf(result.error, { schema, input, where });
  errors.push(...found.filter((error) => !refused.has(error.field)));
  return undefined;
}

const mostListed = 20;

function queryFields(req: InputSource, schema: Shape, errors: FieldError[]): Record<string, unknown> {
  const target = req.url ?? '';
  const at = target.indexOf('?');
  const given = at === -1 ? {} : parse(target.slice(at + 1), '&', '=', { maxKeys: 0 });
  const known = Object.keys(schema.shape);
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const refuse = (reason: string) =>
      errors.length < mostListed && errors.push({ in: 'query', field: name.slice(0, 100), reason });
    if (!known.includes(name)) refuse(unknownAmong(known));
    else if (Array.isArray(value)) refuse(`must be given once, was given ${value.length} times`);
    else fields[name] = value;
  }
  return fields;
}
