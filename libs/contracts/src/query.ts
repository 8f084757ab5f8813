import { z } from 'zod';

/** How many ids one request may ask for, unless its schema says otherwise. Keeps a URL of 36-character ids under 4 KiB. */
export const maxIdsPerRequest = 100;

/**
 * An integer as it stands in a query string: digits only, so no `1e2`, no blanks and no empty value for zero.
 * With a default the field may be left out.
 */
export const integerInQuery = (range: { min: number; max: number; default: number }) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be an integer from ${range.min} to ${range.max}`)
    .transform(Number)
    .pipe(
      z
        .int()
        .min(range.min, `must be an integer from ${range.min} to ${range.max}`)
        .max(range.max, `must be an integer from ${range.min} to ${range.max}`),
    )
    .default(range.default)
    .meta({
      override: ({ jsonSchema }) => {
        delete jsonSchema.pattern;
        Object.assign(jsonSchema, { type: 'integer', minimum: range.min, maximum: range.max, default: range.default });
      },
    });

/**
 * Ids separated by commas: at least one, at most `max`. Order and repetition are kept. A bad one is told by its place, as
 * an issue of the whole field: what stands in the query is one text.
 */
export const idsInQuery = (id: z.ZodType<string, string>, { max = maxIdsPerRequest }: { max?: number } = {}) =>
  z
    .string()
    .superRefine((list, context) => {
      const ids = list.split(',');
      if (ids.length > max) {
        context.addIssue(`must hold at most ${max} ids, separated by commas; it holds ${ids.length}`);
      }
      const places = ids.flatMap((text, place) => (id.safeParse(text).success ? [] : [place + 1]));
      const [first] = places;
      if (first !== undefined) {
        const reason = id.safeParse(ids[first - 1]).error?.issues[0]?.message;
        context.addIssue(`must hold ids separated by commas; number ${places.slice(0, 5).join(', ')} ${reason}`);
      }
    })
    .transform((list) => list.split(','))
    .meta({
      description: `Ids separated by commas, 1 to ${max}`,
      param: { style: 'form', explode: false },
      override: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: max },
    });
