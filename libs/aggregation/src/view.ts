import type { z } from 'zod';

/**
 * What the client sees of a section: a pure mapping and the schema of what comes out.
 *
 * The schema documents and tests the output; it is not run on each request. `input` is the page's input with the values
 * of the sections that this one needs.
 */
export interface View<Value, Input, Out> {
  readonly schema: z.ZodType<Out>;
  readonly map: (value: Value, input: Input) => Out;
}

/** Ties a mapping to the schema of its output, so that the one cannot drift from the other unnoticed by the compiler. */
export function view<Out, Value, Input = unknown>(
  schema: z.ZodType<Out>,
  map: (value: Value, input: Input) => Out,
): View<Value, Input, Out> {
  return { schema, map };
}
