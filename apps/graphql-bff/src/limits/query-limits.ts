import { z } from 'zod';

const count = (most: number) => z.int().min(1).max(most);

/**
 * What one operation may ask for. Fragments are followed: what is in one counts wherever it is spread, and what is written
 * twice counts twice. Introspection counts like everything else. Depth, aliases, root fields and directives are told from
 * the document alone; the cost depends on the variables.
 */
export const queryLimitsSchema = z.strictObject({
  tokens: count(5000)
    .default(800)
    .describe(
      'Names, values and punctuation of a whole document. The largest page of a client has 240. It bounds the time of ' +
        'validation, which grows with the square of it for the worst documents: 8 ms for 800 tokens, 25 ms for 1600.',
    ),
  depth: count(100)
    .default(20)
    .describe('Fields inside fields. The deepest of the data is 8, that of the introspection query of GraphiQL is 15.'),
  aliases: count(1000)
    .default(30)
    .describe(
      'Fields under another name. A page needs one for each further use of a field, like two sizes of a picture.',
    ),
  rootFields: count(100)
    .default(10)
    .describe('Fields of Query. Each is at least one call of a service; a page has one to three.'),
  directives: count(1000)
    .default(30)
    .describe('@include and @skip, wherever they stand. A page has one for each part that can be left out.'),
  cost: count(1_000_000)
    .default(5000)
    .describe(
      'About how many objects an answer may have, its lists at full length. A page of 50 orders with all there is around ' +
        'them has 3652. Putting 5000 objects together takes 15 ms in which nothing else is answered.',
    ),
});

export type QueryLimits = z.infer<typeof queryLimitsSchema>;

export const defaultQueryLimits: QueryLimits = queryLimitsSchema.parse({});
