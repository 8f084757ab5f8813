import { type Parts, compare, object, optional, order, ref } from './shop-interface.ts';

describe('what a client cannot notice', () => {
  it.each<readonly [string, Parts, Parts]>([
    ['nothing', {}, {}],
    ['a description', {}, order({ id: { type: 'string', description: 'Its name', examples: ['ord_1'] } })],
    ['the version', {}, { version: '2' }],
    [
      'the order of members',
      {},
      { schemas: { Money: { required: ['amount'], properties: { amount: { type: 'integer' } }, type: 'object' } } },
    ],
    ['a component that is written out', {}, order({ total: object({ amount: { type: 'integer' } }) })],
    ['an extension', {}, order({ id: { type: 'string', 'x-note': 1 } })],
  ])('%s', (_, before, after) => expect(compare(before, after)).toEqual([]));
});

describe('a change', () => {
  it('of a component is told once, however many use it', () => {
    const both = (parts: Parts) => ({
      ...parts,
      data: { order: ref('Order'), stock: optional(object({ price: ref('Money') })) },
    });
    const changes = compare(both({}), both({ schemas: { Money: object({ amount: { type: 'string' } }) } }));
    expect(changes.map(({ text }) => text)).toEqual(['Money.amount: type is string, was integer']);
  });

  it('of a component that contains itself is found', () => {
    const tree = (leaf: string) => ({
      schemas: { Order: object({ leaf: { type: leaf }, branches: { type: 'array', items: ref('Order') } }) },
    });
    expect(compare(tree('string'), tree('integer')).map(({ text }) => text)).toEqual([
      'Order.leaf: type is integer, was string',
    ]);
  });

  it('that breaks comes first', () => {
    const changes = compare({}, { ...order({ tip: ref('Money') }), parameters: [] });
    expect(changes.map((change) => change.breaking)).toEqual([true, false]);
  });

  it('of what is sent and received is judged for each', () => {
    const shared = (state: object, parameters: boolean): Parts => ({
      schemas: { State: state },
      data: { order: ref('State') },
      ...(parameters && { parameters: [{ in: 'query', name: 'state', schema: ref('State') }] }),
    });
    const [few, many] = [
      { type: 'string', enum: ['in'] },
      { type: 'string', enum: ['in', 'out'] },
    ];
    expect(compare(shared(few, true), shared(many, true)).map(({ breaking: b, text }) => [b, text])).toEqual([
      [true, 'State: has a new value: out'],
      [false, 'GET /v1/order, query parameter state: has a new value: out'],
    ]);
  });
});
