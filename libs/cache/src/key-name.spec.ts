import { keyNaming } from './key-name.ts';

const nameOf = keyNaming('web-bff', '3');

describe('the name of a key', () => {
  it('can be read, and carries the app and the schema version', () => {
    expect(nameOf(['order', 'stock', 'ord_00001'])).toBe('web-bff/3:order:stock:ord_00001');
  });

  it('is another one for another app or schema version', () => {
    const names = [nameOf(['a']), keyNaming('mobile-bff', '3')(['a']), keyNaming('web-bff', '4')(['a'])];
    expect(new Set(names).size).toBe(3);
  });

  it('is never that of another key, whatever the parts hold', () => {
    const parts = [
      '',
      'a',
      ':',
      '::',
      'a:b',
      '%',
      '%003a',
      '%3a',
      '{',
      '}',
      '{}',
      ' ',
      '\n',
      '#',
      'é',
      'e\u0301',
      '😀',
      '\ud83d',
      '\ude00',
      '\u0000',
      '\u0001',
      '\u00010',
      '\u0010',
      '0',
    ];
    const keys = [[], ...parts.map((part) => [part]), ...parts.flatMap((a) => parts.map((b) => [a, b]))];
    expect(new Set(keys.map(nameOf)).size).toBe(keys.length);
  });

  it.each([['a}'], ['}{'], ['{a}:lease'], ['\u0000']])(
    'holds nothing that a Redis Cluster hash tag could end at: %j',
    (part) => {
      expect(nameOf([part])).toMatch(/^[A-Za-z0-9._~%:/-]+$/);
    },
  );

  it('stays short for a long key, and its own', () => {
    const [one, two] = [nameOf(['search', 'x'.repeat(10_000)]), nameOf(['search', `${'x'.repeat(9_999)}y`])];
    expect(one.length).toBeLessThan(100);
    expect(one).not.toBe(two);
    expect(nameOf(['search', 'x'.repeat(10_000)])).toBe(one);
  });

  it('cannot be made with a namespace or version that would blur it', () => {
    expect(() => keyNaming('web:bff', '1')).toThrow(
      'the cache\'s namespace is made of letters, digits, ".", "_" and "-"; got "web:bff"',
    );
    expect(() => keyNaming('web', '')).toThrow("the cache's schemaVersion");
  });
});
