import { z } from 'zod';
import { fieldErrorsOf } from './field-errors.ts';

function errorsOf(schema: z.ZodType, input: unknown) {
  const result = schema.safeParse(input);
  return result.success ? [] : fieldErrorsOf(result.error, { schema, input, where: 'body' });
}

it('names a field once, also when it broke several rules', () => {
  const schema = z.strictObject({ roles: z.array(z.string()).max(2) });
  expect(errorsOf(schema, { roles: 'support' })).toEqual([
    { in: 'body', field: 'roles', reason: expect.stringContaining('was "support"') },
  ]);
});

it('shows the text that a list was parsed from, and does not call its parts missing', () => {
  const ids = z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.string().regex(/^\d+$/, 'must be digits')));
  expect(errorsOf(z.strictObject({ ids }), { ids: '1,x' })).toEqual([
    { in: 'body', field: 'ids[1]', reason: 'must be digits, was "1,x"' },
  ]);
});

it('says of a field that is not there that it is missing', () => {
  expect(errorsOf(z.strictObject({ id: z.string().regex(/x/, 'must hold an x') }), {})).toEqual([
    { in: 'body', field: 'id', reason: expect.stringMatching(/^is missing; /) },
  ]);
});

it('says what a field may be that may also be null', () => {
  expect(
    errorsOf(z.object({ query: z.string().nullish(), map: z.record(z.string(), z.string()).nullish() }), {
      query: 7,
      map: 'x',
    }),
  ).toEqual([
    { in: 'body', field: 'query', reason: 'must be a text or null, was 7' },
    { in: 'body', field: 'map', reason: 'must be an object or null, was "x"' },
  ]);
});
