import { pathOf } from './path.ts';

describe('pathOf', () => {
  it('joins segments', () => {
    expect(pathOf(['api', 'v2', 'items'])).toBe('/api/v2/items');
  });

  it.each([
    ['a/b', '/orders/a%2Fb'],
    ['../admin', '/orders/..%2Fadmin'],
    ['%2e%2e', '/orders/%252e%252e'],
    ['a?b#c', '/orders/a%3Fb%23c'],
    ['ünï', '/orders/%C3%BCn%C3%AF'],
    ['a\r\nb', '/orders/a%0D%0Ab'],
  ])('keeps %j in its segment', (id, path) => {
    expect(pathOf(['orders', id])).toBe(path);
  });

  it.each(['', '.', '..'])('refuses the segment %j, which a server resolves to another resource', (id) => {
    expect(() => pathOf(['orders', id])).toThrow(TypeError);
  });

  it('refuses a lone surrogate', () => {
    expect(() => pathOf(['\ud800'])).toThrow(URIError);
  });
});
