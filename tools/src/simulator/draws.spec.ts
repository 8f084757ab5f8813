import { Draws } from './draws.ts';

it('draws the same for the same seed, and something else for the next', () => {
  const drawn = (seed: number) => Array.from({ length: 20 }, new Draws(seed).random);
  expect(drawn(5)).toEqual(drawn(5));
  expect(drawn(5)).not.toEqual(drawn(6));
});

it('draws whole numbers with both ends, choices and weights', () => {
  const draws = new Draws(1);
  const many = <T>(draw: () => T) => new Set(Array.from({ length: 300 }, draw));
  expect(many(() => draws.whole(2, 4))).toEqual(new Set([2, 3, 4]));
  expect(many(() => draws.pick(['a', 'b']))).toEqual(new Set(['a', 'b']));
  expect(many(() => draws.weighted({ often: 9, seldom: 1, never: 0 }))).toEqual(new Set(['often', 'seldom']));
});
