import { keepShared } from './keep-shared.ts';

const before = {
  at: '1',
  apps: [
    { app: 'a', counts: [1, 2] },
    { app: 'b', counts: [] },
  ],
  redis: null,
};

it('gives back what was there when all is equal', () => {
  expect(keepShared(before, structuredClone(before))).toBe(before);
});

it('replaces only the way to what differs', () => {
  const after = structuredClone(before);
  after.at = '2';
  after.apps[0]?.counts.push(3);
  const kept = keepShared(before, after);
  expect(kept).toEqual(after);
  expect(kept.apps[0]).not.toBe(before.apps[0]);
  expect(kept.apps[1]).toBe(before.apps[1]);
});

it.each<[string, unknown, unknown]>([
  ['a list that lost its end', [1, 2], [1]],
  ['a list that grew', [1], [1, 2]],
  ['a key that is gone', { a: 1, b: 2 }, { a: 1 }],
  ['a key under another name', { a: 1 }, { b: 1 }],
  ['a list in place of an object', {}, []],
  ['null in place of an object', { a: 1 }, null],
  ['an object in place of null', null, { a: 1 }],
])('takes over %s', (_, from, to) => expect(keepShared(from, to)).toStrictEqual(to));
