import { etagOf, namesTag } from './etag.ts';

describe('an entity tag', () => {
  it('is weak, and the same for the same data', () => {
    expect(etagOf('{"a":1}')).toMatch(/^W\/"[\w-]{22}"$/);
    expect(etagOf('{"a":1}')).toBe(etagOf('{"a":1}'));
  });

  it('is another one for other data', () => {
    expect(etagOf('{"a":1}')).not.toBe(etagOf('{"a":2}'));
  });
});

describe('If-None-Match', () => {
  it.each([
    [undefined, false],
    ['', false],
    ['*', true],
    [' * ', true],
    ['W/"x"', true],
    ['"x"', true],
    ['w/"x"', false],
    ['"X"', false],
    ['x', false],
    ['"y", W/"x"', true],
    ['"y","x" , "z"', true],
    [', ,"x"', true],
    ['"a,b", "x"', true],
    ['"a,"x""', false],
    ['"x', false],
    ['"y" "x"', false],
    ['"y", *', false],
    ['nonsense, "x"', false],
    ['"é", "x"', true],
  ])('%j names W/"x": %s', (header, named) => {
    expect(namesTag(header, 'W/"x"')).toBe(named);
  });

  it('takes no longer for a long one', () => {
    const startedAt = performance.now();
    expect(namesTag(`${'"y" '.repeat(4000)}`, 'W/"x"')).toBe(false);
    expect(namesTag(`${', '.repeat(8000)}x`, 'W/"x"')).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
