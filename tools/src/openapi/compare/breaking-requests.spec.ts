import { type Case, compare, limit, limitWith } from './shop-interface.ts';

const breaking: readonly Case[] = [
  ['a parameter goes', {}, { parameters: [] }, 'GET /v1/order, query parameter limit: was removed'],
  [
    'a parameter is added that is required',
    {},
    { parameters: [limit, { in: 'query', name: 'day', required: true }] },
    'query parameter day: was added and is required',
  ],
  [
    'a parameter becomes required',
    {},
    { parameters: [{ ...limit, required: true }] },
    'query parameter limit: is required now',
  ],
  ['a bound of a parameter is tighter', {}, limitWith({ maximum: 20 }), 'query parameter limit: maximum is 20, was 50'],
  ['a bound of a parameter is new', {}, limitWith({ multipleOf: 5 }), 'query parameter limit: has a multipleOf now: 5'],
  [
    'a lower bound of a parameter is tighter',
    {},
    limitWith({ minimum: 5 }),
    'query parameter limit: minimum is 5, was 1',
  ],
  [
    'a value of a parameter goes',
    limitWith({ enum: [5, 10] }),
    limitWith({ enum: [10] }),
    'query parameter limit: no longer has the value: 5',
  ],
  [
    'a parameter has only some values',
    {},
    limitWith({ enum: [10] }),
    'query parameter limit: has only these values now: 10',
  ],
  [
    'a parameter has another type',
    {},
    limitWith({ type: 'string' }),
    'query parameter limit: type is string, was integer',
  ],
  ['a parameter has another default', {}, limitWith({ default: 10 }), 'without it, 10 is taken; was 20'],
  [
    'a parameter is written another way',
    {},
    { parameters: [{ ...limit, explode: false }] },
    'explode is false, was undefined',
  ],
];

describe('a change of what is asked that would break a client', () => {
  it.each(breaking)('%s', (_, before, after, said) => {
    const changes = compare(before, after).filter((change) => change.breaking);
    expect(changes.map(({ text }) => text)).toContainEqual(expect.stringContaining(said));
  });
});
