import { type Case, compare, header, level, object, optional, order, ref, sku } from './shop-interface.ts';

const breaking: readonly Case[] = [
  ['a path goes', {}, { paths: {} }, 'GET /v1/order: was removed'],
  [
    'a method goes',
    { paths: { '/x': { get: {}, post: {} } } },
    { paths: { '/x': { get: {} } } },
    'POST /x: was removed',
  ],
  ['a call is renamed', {}, { operation: { operationId: 'readOrder' } }, 'operationId is readOrder, was getOrderPage'],
  ['a role is asked for', {}, { roles: ['support'] }, 'GET /v1/order: asks for the role support now'],
  ['the token is sent another way', {}, { scheme: { type: 'apiKey' } }, 'security scheme bearer: changed'],
  ['a body is asked for', {}, { operation: { requestBody: {} } }, 'requestBody changed, which this check cannot judge'],

  [
    'a section goes',
    {},
    { sections: { order: { required: true } }, data: { order: ref('Order') } },
    'section stock: was removed',
  ],
  [
    'a section becomes optional',
    {},
    {
      sections: { order: { required: false }, stock: { required: false } },
      data: { order: optional(ref('Order')), stock: optional({ type: 'array', items: ref('Level') }) },
    },
    'GET /v1/order, section order: became optional: it can now be null',
  ],
  [
    'a section changes its type',
    {},
    { data: { order: ref('Money'), stock: optional({ type: 'array', items: ref('Level') }) } },
    'section order.id: was removed',
  ],
  [
    'what is said of a failure changes',
    {},
    { schemas: { FailedSection: object({ status: { const: 'failed' } }) } },
    'FailedSection.code: was removed',
  ],
  [
    'a failure has a new code',
    {},
    { schemas: { FailedSection: object({ status: { const: 'failed' }, code: { enum: ['TIMEOUT', 'LOST'] } }) } },
    'FailedSection.code: has a new value: LOST',
  ],

  ['a field goes', {}, { schemas: { Money: object({}) } }, 'Money.amount: was removed'],
  ['a field may be missing', {}, order({}, ['id']), 'Order.total: may now be missing'],
  ['a field may be null', {}, order({ id: { type: ['string', 'null'] } }), 'Order.id: can now be null'],
  ['a component may be null', {}, order({ total: optional(ref('Money')) }), 'Order.total: can now be null'],
  ['a field has another type', {}, order({ id: { type: 'integer' } }), 'Order.id: type is integer, was string'],
  [
    'a field has a wider type',
    {},
    { schemas: { Money: object({ amount: { type: 'number' } }) } },
    'Money.amount: type is number, was integer',
  ],
  [
    'a field has one type more',
    {},
    order({ id: { type: ['string', 'integer'] } }),
    'Order.id: type is string or integer, was string',
  ],
  [
    'a closed list has a new value',
    {},
    level({ ...sku, state: { type: 'string', enum: ['in', 'out', 'soon'] } }),
    'Level.state: has a new value: soon',
  ],
  ['a closed list is open', {}, level({ ...sku, state: { type: 'string' } }), 'Level.state: may now have any value'],
  [
    'a constant changes',
    level({ ...sku, state: { const: 'in' } }),
    level({ ...sku, state: { const: 'out' } }),
    'Level.state: has a new value: out',
  ],
  [
    'a list has other entries',
    {},
    { data: { order: ref('Order'), stock: optional({ type: 'array', items: { type: 'string' } }) } },
    'section stock[]: type is string, was object',
  ],
  [
    'a map has other entries',
    order({ tags: { type: 'object', additionalProperties: { type: 'boolean' } } }),
    order({ tags: { type: 'object', additionalProperties: { type: 'string' } } }),
    'Order.tags.*: type is string, was boolean',
  ],
  [
    'the keys of a map change',
    order({ tags: { type: 'object', propertyNames: { pattern: '^a' } } }),
    order({ tags: { type: 'object', propertyNames: { pattern: '^b' } } }),
    'Order.tags (its keys): pattern is ^b, was ^a',
  ],
  [
    'a field has another format',
    order({ at: { type: 'string', format: 'date-time' } }),
    order({ at: { type: 'string', format: 'date' } }),
    'Order.at: format is date, was date-time',
  ],
  [
    'a field has no format any more',
    order({ at: { type: 'string', format: 'date-time' } }),
    order({ at: { type: 'string' } }),
    'Order.at: has no format any more',
  ],
  [
    'an answer may be longer',
    order({ id: { type: 'string', maxLength: 5 } }),
    order({ id: { type: 'string', maxLength: 9 } }),
    'Order.id: maxLength is 9, was 5',
  ],
  [
    'an alternative is added',
    order({ paid: { oneOf: [object({ by: { const: 'card' } })] } }),
    order({ paid: { oneOf: [object({ by: { const: 'card' } }), object({ by: { const: 'cash' } })] } }),
    'Order.paid: can now also be by=cash',
  ],
  [
    'a field within an alternative goes',
    order({ paid: { oneOf: [object({ by: { const: 'card' }, last4: {} }), object({ by: { const: 'cash' } })] } }),
    order({ paid: { oneOf: [object({ by: { const: 'cash' } }), object({ by: { const: 'card' } })] } }),
    'Order.paid (by=card).last4: was removed',
  ],
  [
    'a keyword that nobody knows changes',
    {},
    order({ id: { type: 'string', not: { const: 'x' } } }),
    'Order.id: not changed, which this check cannot judge',
  ],

  ['a status goes', {}, { operation: { responses: {} } }, 'GET /v1/order, status 200: was removed'],
  ['a media type goes', {}, { type: 'text/xml' }, 'status 200: is no longer application/json'],
  ['a header goes', {}, { headers: {} }, 'status 200, header BFF-Complete: was removed'],
  [
    'a header may be missing',
    {},
    header({ required: false, schema: { enum: ['?1', '?0'] } }),
    'header BFF-Complete: may now be missing',
  ],
  [
    'a header has a new value',
    {},
    header({ schema: { enum: ['?1', '?0', '?2'] } }),
    'header BFF-Complete: has a new value: ?2',
  ],
  ['a problem has a new code', {}, { codes: ['NOT_FOUND', 'GONE'] }, 'response NotFound.code: has a new value: GONE'],
];

describe('a change of what is answered that would break a client', () => {
  it.each(breaking)('%s', (_, before, after, said) => {
    const changes = compare(before, after).filter((change) => change.breaking);
    expect(changes.map(({ text }) => text)).toContainEqual(expect.stringContaining(said));
  });
});
