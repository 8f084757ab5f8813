import { setInYaml } from './set-in-yaml.ts';
import { takeFromYaml } from './take-from-yaml.ts';
import { NotEditable } from './yaml-place.ts';

it.each([
  ['a line', 'a:\n  # why b\n  b: 1 # one\n\n  # why c\n  c: 2\n', 'a.b', 'a:\n  # why b\n\n  # why c\n  c: 2\n'],
  ['the last of a group', 'a:\n  b: 1\n  c: 2\n  #d: 3\n', 'a.c', 'a:\n  b: 1\n  #d: 3\n'],
  ['the only one of a group', 'a: # why a\n  # why b\n  b: 1\n\nc: 2\n', 'a.b', 'a: {} # why a\n  # why b\n\nc: 2\n'],
  ['a group', 'a:\n  b:\n    - 1\n    - 2\n# why c\nc: 2\n', 'a', '# why c\nc: 2\n'],
  ['the first in brackets', 'a: { b: 1, c: 2 } # why\n', 'a.b', 'a: { c: 2 } # why\n'],
  ['one within brackets', 'a: { b: 1, c: 2, d: 3 }\n', 'a.c', 'a: { b: 1, d: 3 }\n'],
  ['the last in brackets', 'a: { b: 1, c: 2 }\n', 'a.c', 'a: { b: 1 }\n'],
  ['the only one in brackets', 'a: { b: 1 }\n', 'a.b', 'a: {}\n'],
  ['one over lines', 'a: {\n  b: 1, # one\n  c: 2, # two\n}\n', 'a.c', 'a: {\n  b: 1 # one\n  , # two\n}\n'],
  ['with Windows’ line ends', 'a: 1\r\nb: 2\r\n', 'a', 'b: 2\r\n'],
])('takes out %s', (_what, text, path, expected) => {
  expect(takeFromYaml(text, path.split('.'))).toBe(expected);
});

it.each(['a:\n  b: 1\nz: 1\n', 'a: { b: 1 }\nz: 1\n', 'a:\n  #c: 5\n  b: 1\n\n# why\nz: 1\n'])(
  'leaves of what was set not a byte: %j',
  (text) => {
    const path = ['a', 'c'];
    expect(takeFromYaml(setInYaml(text, path, 9), path)).toBe(text);
  },
);

it.each([
  ['a: 1\n', 'b'],
  ['a: 1\n', 'a'],
  ['a: { ? b : 1, c: 2 }\n', 'x.y'],
])('gives up where nothing can be taken out: %j', (text, path) => {
  expect(() => takeFromYaml(text, path.split('.'))).toThrow(NotEditable);
});
