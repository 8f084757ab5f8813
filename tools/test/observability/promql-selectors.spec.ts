import { groupingLabelsOf, selectorsOf } from './promql-selectors.ts';

describe('selectorsOf', () => {
  it.each([
    ['up', ['up']],
    ['sum by (app, le) (rate(a_bucket{x="up", y=~"b|c"}[5m])) / 2', ['a_bucket']],
    ['a:b:rate5m > 14.4 * 0.01 and on (app) c unless d or absent(e{f="g"})', ['a:b:rate5m', 'c', 'd', 'e']],
    ['1e3 * a', ['a']],
  ])('of %s', (expression, metrics) => {
    expect(selectorsOf(expression).map(({ metric }) => metric)).toEqual(metrics);
  });

  it('has the labels with what they are compared with', () => {
    expect(selectorsOf('rate(a{b!="c d", e=~"f|g"}[1m])')).toEqual([
      {
        metric: 'a',
        matchers: [
          { label: 'b', value: 'c d' },
          { label: 'e', value: 'f|g' },
        ],
      },
    ]);
  });
});

it('groupingLabelsOf has the labels of every group and join', () => {
  expect(groupingLabelsOf('sum by (a, b) (x) / on (c) y')).toEqual(['a', 'b', 'c']);
});
