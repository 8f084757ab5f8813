import { z } from 'zod';
import { knobForms } from './knob-forms.ts';

it('lists every leaf in the order of the schema, with its default and description', () => {
  const group = z.strictObject({
    openMs: z.int().default(5000).describe('How long.'),
    probes: z.int().default(3),
  });
  const schema = z.strictObject({
    deadlineMs: z.int().describe('Until when.'),
    breaker: group.prefault({}).describe('The group itself is no knob.'),
    whole: group.default({ openMs: 7, probes: 8 }),
    hedge: z.strictObject({ delayMs: z.int() }).optional(),
    names: z.array(z.string()).default(['a']),
  });
  expect(knobForms(schema).map(({ path, ...form }) => [path.join('.'), form.default, form.description])).toEqual([
    ['deadlineMs', undefined, 'Until when.'],
    ['breaker.openMs', 5000, 'How long.'],
    ['breaker.probes', 3, ''],
    ['whole.openMs', 7, 'How long.'],
    ['whole.probes', 8, ''],
    ['hedge.delayMs', undefined, ''],
    ['names', ['a'], ''],
  ]);
});
