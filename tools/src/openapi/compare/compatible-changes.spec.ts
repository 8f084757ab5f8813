import { type Case, compare, header, level, limit, limitWith, object, order, ref, sku } from './shop-interface.ts';

const compatible: readonly Case[] = [
  ['a path is added', { paths: {} }, {}, 'GET /v1/order: was added'],
  ['a role is no longer asked for', { roles: ['support'] }, {}, 'asks for less than before'],
  [
    'a section is added',
    {},
    { sections: { order: { required: true }, stock: { required: false }, more: { required: false } } },
    'section more: was added',
  ],
  [
    'a section becomes required',
    { sections: { order: { required: false } } },
    { sections: { order: { required: true } } },
    'section order: is required now',
  ],
  [
    'a section can be stale',
    {},
    {
      sections: {
        order: { required: true, keep: { freshSeconds: 0, staleIfErrorSeconds: 300 } },
        stock: { required: false },
      },
      entries: { order: ref('StaleSection'), stock: ref('FailedSection') },
    },
    'section order: is now shown as stale for up to 300 s, was 0 s',
  ],
  [
    'a section is never stale any more',
    { sections: { order: { required: true, keep: { freshSeconds: 0, staleIfErrorSeconds: 300 } } } },
    { sections: { order: { required: true } } },
    'section order: is no longer shown as stale',
  ],
  [
    'a section is fresh for longer',
    { sections: { order: { keep: { freshSeconds: 5, staleIfErrorSeconds: 9 } } } },
    { sections: { order: { keep: { freshSeconds: 9, staleIfErrorSeconds: 9 } } } },
    'is now shown as fresh for up to 9 s, was 5 s',
  ],
  ['a field is added', {}, order({ tip: ref('Money') }), 'Order.tip: was added'],
  ['a field is always there', {}, order({}, ['id', 'total', 'note']), 'Order.note: is always there now'],
  ['a field is never null', order({ id: { type: ['string', 'null'] } }), {}, 'Order.id: is never null any more'],
  [
    'a value of an answer goes',
    {},
    level({ ...sku, state: { type: 'string', enum: ['in'] } }),
    'Level.state: no longer has the value: out',
  ],
  [
    'an answer has a narrower type',
    { schemas: { Money: object({ amount: { type: 'number' } }) } },
    {},
    'Money.amount: type is integer, was number',
  ],
  [
    'an answer is shorter',
    order({ id: { type: 'string', maxLength: 9 } }),
    order({ id: { type: 'string', maxLength: 5 } }),
    'Order.id: maxLength is 5, was 9',
  ],
  [
    'an alternative goes',
    order({ paid: { oneOf: [object({ by: { const: 'card' } }), object({ by: { const: 'cash' } })] } }),
    order({ paid: { oneOf: [object({ by: { const: 'card' } })] } }),
    'Order.paid: is no longer by=cash',
  ],
  ['a status is added', {}, { responses: { 304: { description: 'The same' } } }, 'status 304: was added'],
  [
    'a header is added',
    {},
    { headers: { 'BFF-Complete': { required: true, schema: { enum: ['?1', '?0'] } }, ETag: {} } },
    'header ETag: was added',
  ],
  [
    'a header is always there',
    header({ required: false, schema: {} }),
    header({ schema: {} }),
    'header BFF-Complete: is always there now',
  ],
  ['a parameter is added', {}, { parameters: [limit, { in: 'query', name: 'day' }] }, 'query parameter day: was added'],
  [
    'a parameter becomes optional',
    { parameters: [{ ...limit, required: true }] },
    {},
    'query parameter limit: is optional now',
  ],
  ['a bound of a parameter is wider', {}, limitWith({ maximum: 100 }), 'query parameter limit: maximum is 100, was 50'],
  [
    'a parameter has a new value',
    limitWith({ enum: [5] }),
    limitWith({ enum: [5, 10] }),
    'query parameter limit: has a new value: 10',
  ],
  ['a parameter may have any value', limitWith({ enum: [5] }), {}, 'query parameter limit: may now have any value'],
];

describe('a change that a client can bear', () => {
  it.each(compatible)('%s', (_, before, after, said) => {
    const changes = compare(before, after);
    expect(changes.map(({ text }) => text)).toContainEqual(expect.stringContaining(said));
    expect(changes.filter((change) => change.breaking)).toEqual([]);
  });
});
