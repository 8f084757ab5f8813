import { type HedgingFigures, extraShare, renderHedging } from './hedging-report.ts';

const ok = { count: 1000, p50: 35.4, p95: 99.2, p99: 122, max: 153 };
const figures: HedgingFigures = {
  name: 'on',
  load: { sent: 1000, ended: { 200: 1000 }, ok, others: { ...ok, count: 0 } },
  calls: 1050,
  slowAnswers: 52,
  hedged: 62,
  won: 48,
  refused: { budget: 3, load: 1 },
};

it('shows the tail and what it costs', () => {
  expect(renderHedging([figures], 'A page.').split('\n')).toEqual([
    'A page.',
    '',
    '| hedging | p50 | p95 | p99 | longest | extra calls | hedges | won | refused |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    '| on | 35 ms | 99 ms | 122 ms | 153 ms | 5.0 % | 62 | 48 | 3 budget, 1 load |',
  ]);
});

it('counts as extra what is more than one call a page', () => {
  expect(extraShare(figures)).toBeCloseTo(0.05, 10);
});
