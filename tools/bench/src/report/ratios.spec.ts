import { ratioOf } from './ratios.ts';

const figures = new Map([
  ['ours', [200, 600, 240]],
  ['bare', [100, 200, 200]],
  ['other', [400, 150, 80]],
]);

it('compares within each round', () => {
  expect(ratioOf(figures, 'ours', ['bare'])).toEqual({ median: 2, least: 1.2, most: 3 });
});

it('takes of several the least of the round', () => {
  expect(ratioOf(figures, 'ours', ['bare', 'other'])).toEqual({ median: 3, least: 2, most: 4 });
});

it('has none against somebody who did not take part', () => {
  expect(ratioOf(figures, 'ours', ['nobody'])).toBeUndefined();
  expect(ratioOf(figures, 'nobody', ['bare'])).toBeUndefined();
});
