import { decode, encode } from './codec.ts';

const roundTrip = (value: unknown): unknown => decode(encode(value));

describe('what is kept comes back', () => {
  it.each<[string, unknown]>([
    ['null', null],
    ['a text', 'Zoë 😀 "quoted"'],
    ['half a character', '\ud83d'],
    ['numbers', [0, -1.5, 1e21, Number.MAX_SAFE_INTEGER]],
    ['an order', { id: 'ord_1', lines: [{ sku: 'SKU-1', quantity: 2 }], note: null, paid: false }],
    ['nothing in it', { a: {}, b: [], c: new Map(), d: new Set() }],
    ['a date', new Date('2026-02-03T04:05:06.789Z')],
    [
      'a map of sets',
      new Map([
        ['a', new Set([1, 2])],
        ['b', new Set<number>()],
      ]),
    ],
    ['a map with objects for keys', new Map([[{ id: 1 }, new Date(0)]])],
    ['an object that looks like a date', { $date: 0 }],
    ['an object that looks like one that looks like a date', { $raw: { $date: 0 } }],
    ['a tag among other members', { $date: 0, $map: [] }],
    ['a member named like the prototype', JSON.parse('{"__proto__":{"polluted":true}}')],
    ['the same within a tagged value', [JSON.parse('{"__proto__":{"polluted":true}}'), new Date(1)]],
  ])('%s', (_what, value) => {
    expect(roundTrip(value)).toEqual(value);
  });

  it('as types, not only as looks', () => {
    expect(roundTrip({ at: new Date(5), ids: new Set(['a']), byId: new Map([['a', 1]]) })).toStrictEqual({
      at: new Date(5),
      ids: new Set(['a']),
      byId: new Map([['a', 1]]),
    });
  });

  it('as a copy', () => {
    const value = { list: [1] };
    const text = encode(value);
    expect(decode(text)).not.toBe(decode(text));
    value.list.push(2);
    expect(decode(text)).toEqual({ list: [1] });
  });

  it('without members that were undefined, which JSON does not know', () => {
    expect(Object.keys(Object(roundTrip({ a: 1, b: undefined })))).toEqual(['a']);
  });

  it('and leaves no trace on other objects', () => {
    roundTrip([JSON.parse('{"__proto__":{"polluted":true}}'), new Date(1)]);
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('what JSON would lose without a word', () => {
  class Money {
    amount = 1;
  }
  const loop: { self?: unknown } = {};
  loop.self = loop;

  it.each<[string, unknown, string]>([
    ['undefined', undefined, '$ cannot be kept: undefined'],
    ['undefined in a list', { list: [1, undefined] }, '$.list[1] cannot be kept: undefined'],
    ['a hole in a list', { list: Object.assign([], { length: 1 }) }, '$.list[0] cannot be kept: undefined'],
    ['NaN', { price: Number.NaN }, '$.price cannot be kept: NaN'],
    ['infinity', [Infinity], '$[0] cannot be kept: Infinity'],
    ['a big integer', { id: 10n }, '$.id cannot be kept: 10'],
    ['a function', { toJSON: () => 'x' }, '$.toJSON cannot be kept'],
    ['a symbol', { a: Symbol('s') }, '$.a cannot be kept: Symbol(s)'],
    ['an instance of a class', { price: new Money() }, '$.price cannot be kept: an instance of Money'],
    ['an error', { cause: new Error('x') }, '$.cause cannot be kept: an instance of Error'],
    ['bytes', { image: new Uint8Array(1) }, '$.image cannot be kept: an instance of Uint8Array'],
    ['a date that is none', { at: new Date(Number.NaN) }, '$.at cannot be kept: NaN'],
    ['something within a map', new Map([['a', [Number.NaN]]]), '$[0][1][0] cannot be kept: NaN'],
  ])('is refused, and the place is named: %s', (_what, value, message) => {
    expect(() => encode(value)).toThrow(message);
  });

  it('is refused when it has no end', () => {
    expect(() => encode(loop)).toThrow(RangeError);
  });
});

it.each([
  '',
  'j',
  'j{',
  'x{}',
  '{}',
  't{"$map":1}',
  't{"$map":[[1]]}',
  't{"$set":{}}',
  't{"$date":"x"}',
  't{"$raw":1}',
])('does not decode what it has not encoded: %p', (text) => {
  expect(() => decode(text)).toThrow(SyntaxError);
});
