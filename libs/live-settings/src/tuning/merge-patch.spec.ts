import { mergePatch, pathsOf } from './merge-patch.ts';

/** The examples of RFC 7396, appendix A. */
it.each([
  ['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
  ['{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'],
  ['{"a":"b"}', '{"a":null}', '{}'],
  ['{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'],
  ['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
  ['{"a":"c"}', '{"a":["b"]}', '{"a":["b"]}'],
  ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
  ['{"a":[{"b":"c"}]}', '{"a":[1]}', '{"a":[1]}'],
  ['["a","b"]', '["c","d"]', '["c","d"]'],
  ['{"a":"b"}', '["c"]', '["c"]'],
  ['{"a":"foo"}', 'null', 'null'],
  ['{"a":"foo"}', '"bar"', '"bar"'],
  ['{"e":null}', '{"a":1}', '{"e":null,"a":1}'],
  ['[1,2]', '{"a":"b","c":null}', '{"a":"b"}'],
  ['{}', '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
])('%s with %s is %s', (target, patch, result) => {
  const given: unknown = JSON.parse(target);
  expect(mergePatch(given, JSON.parse(patch), () => true)).toEqual(JSON.parse(result));
  expect(given).toEqual(JSON.parse(target));
});

it('keeps a null for what is not known', () => {
  const isKnown = (path: readonly string[]): boolean => JSON.stringify(path) === '["a","b"]';
  expect(mergePatch({ a: { b: 1, c: 2 } }, { a: { b: null, c: null }, 'a.b': null }, isKnown)).toEqual({
    a: { c: null },
    'a.b': null,
  });
});

it('takes no key for more than a key', () => {
  const merged = mergePatch(
    {},
    JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
    () => true,
  );
  expect(JSON.stringify(merged)).toBe('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

it('knows where a patch says something', () => {
  expect(pathsOf({ a: { b: null, c: {} }, d: [1] }).map((path) => path.join('.'))).toEqual(['a.b', 'd']);
});
