import { queryStringOf } from './query-string.ts';

describe('queryStringOf', () => {
  it('is empty without parameters', () => {
    expect(queryStringOf({})).toBe('');
    expect(queryStringOf({ cursor: undefined, ids: [] })).toBe('');
  });

  it('encodes names and values', () => {
    expect(queryStringOf({ q: 'a&b=c d', 'x y': true, limit: 20 })).toBe('?q=a%26b%3Dc%20d&x%20y=true&limit=20');
  });

  it('joins a list with commas and leaves out what is undefined', () => {
    expect(queryStringOf({ ids: ['ord_1', 'ord_2'], cursor: undefined, limit: 0 })).toBe('?ids=ord_1,ord_2&limit=0');
  });

  it('refuses a list item that would be read as two', () => {
    expect(() => queryStringOf({ ids: ['a,b'] })).toThrow(TypeError);
  });
});
