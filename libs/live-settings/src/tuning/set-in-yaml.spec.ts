import { setInYaml } from './set-in-yaml.ts';
import { NotEditable } from './yaml-place.ts';

const set = (text: string, path: string, value: unknown): string => setInYaml(text, path.split('.'), value);

describe('a knob that stands there', () => {
  it.each([
    ['a number', 'a: 1 # why\n', 'a', 2.5, 'a: 2.5 # why\n'],
    ['a flow map', 'a: { b:   1 , c: 2 }\n', 'a.b', true, 'a: { b:   true , c: 2 }\n'],
    ['quotes', `a: 'x'   # why\n`, 'a', 'y', 'a: y   # why\n'],
    ['a text that would be something else', 'a: x\n', 'a', '12', 'a: "12"\n'],
    ['a text in brackets', 'a: { b: x }\n', 'a.b', 'x, y', 'a: { b: "x, y" }\n'],
    ['a list over lines', 'a:\n  - 1\n  - 2 # two\n\nb: 1\n', 'a', [3], 'a:\n  [ 3 ] # two\n\nb: 1\n'],
    ['a text over lines', 'a: |\n  x\n  y\n\n# why\nb: 1\n', 'a', 'z', 'a: z\n\n# why\nb: 1\n'],
    ['Windows’ line ends', 'a: 1\r\nb: 2\r\n', 'a', 3, 'a: 3\r\nb: 2\r\n'],
    ['a key in quotes', '"a": 1\n', 'a', 3, '"a": 3\n'],
  ])('is replaced, and nothing else: %s', (_what, text, path, value, expected) => {
    expect(set(text, path, value)).toBe(expected);
  });
});

describe('a knob that is not there', () => {
  it.each([
    [
      'goes behind its line of documentation',
      'a:\n  # why b\n  b: 1\n  # why c\n  #c: 5\n  # why d\n  #d: 6\ne: 1\n',
      'a.c',
      'a:\n  # why b\n  b: 1\n  # why c\n  #c: 5\n  c: 9\n  # why d\n  #d: 6\ne: 1\n',
    ],
    [
      'does not take the documentation of another group for its own',
      'a:\n  b:\n    x: 1\n  #c: 5\n  y: 1\nd:\n  y: 1\n  #c: 6\ne: 1\n',
      'a.b.c',
      'a:\n  b:\n    x: 1\n    c: 9\n  #c: 5\n  y: 1\nd:\n  y: 1\n  #c: 6\ne: 1\n',
    ],
    [
      'goes to the end of its group',
      'a:\n  b: 1 # why b\n\n# why c\nc: 1\n',
      'a.c',
      'a:\n  b: 1 # why b\n  c: 9\n\n# why c\nc: 1\n',
    ],
    [
      'goes behind what is deeper',
      'a:\n  b:\n    x: 1\n\n# why c\nc: 1\n',
      'a.c',
      'a:\n  b:\n    x: 1\n  c: 9\n\n# why c\nc: 1\n',
    ],
    ['goes into a flow map', 'a: { b: 1 } # why\n', 'a.c', 'a: { b: 1, c: 9 } # why\n'],
    [
      'goes into a flow map over lines',
      'a: {\n  b: 1, # why\n}\nz: 1\n',
      'a.c',
      'a: {\n  b: 1, c: 9, # why\n}\nz: 1\n',
    ],
    ['goes into an empty group', 'a: {}\nz: 1\n', 'a.c', 'a: { c: 9 }\nz: 1\n'],
    ['brings its group', 'a: 1\nz: 1\n', 'b.c', 'a: 1\nb: { c: 9 }\nz: 1\n'],
    ['keeps Windows’ line ends', 'a:\r\n  b: 1\r\nz: 1\r\n', 'a.c', 'a:\r\n  b: 1\r\n  c: 9\r\nz: 1\r\n'],
  ])('%s', (_what, text, path, expected) => {
    expect(set(text, path, 9)).toBe(expected);
  });

  it('leaves what is last in the file last, with the comments right above it', () => {
    const text = '# the file\n\n#b: 1\na: 1\n\n# why page\n# is last\npage:\n  # why x\n  x: 1\n  #y: 1\n';
    expect(set(text, 'c', 9)).toBe(text.replace('# why page', 'c: 9\n# why page'));
    expect(set(text, 'b', 9)).toBe(text.replace('#b: 1\n', '#b: 1\nb: 9\n'));
    expect(set(text, 'page.y', 9)).toBe(text.replace('  # why x', '  y: 9\n  # why x'));
  });
});

it.each([
  ['a: &a { b: 1 }\nc: *a\n', 'c.b'],
  ['- 1\n', 'a'],
  ['a: 1\n', 'a.b'],
])('gives up where a person has to decide: %j', (text, path) => {
  expect(() => set(text, path, 9)).toThrow(NotEditable);
});
