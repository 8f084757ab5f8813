import { percentilesOf } from '../../load/percentiles.ts';
import { failuresOf } from './overload.ts';
import { type OverloadReport, type PeakRound, type Round, seriesOf } from './overload-report.ts';
import { renderOverload } from './render-overload.ts';

const roundWith = (factor: number, goodPerSecond: number, changed: Partial<Round> = {}): Round => ({
  factor,
  forMs: 2000,
  cpuMs: 1600,
  livez: { ...percentilesOf([5]), failed: 0 },
  offered: {
    sent: factor * 200,
    goodPerSecond,
    pages: goodPerSecond * 2,
    shed: 40,
    others: { broken: 2, 'partial DOWNSTREAM_TIMEOUT': 4 },
    tookMs: percentilesOf([50]),
    shedTookMs: percentilesOf([10]),
  },
  ...changed,
});

const peakWith = (clients: number, perSecond: number): PeakRound => ({
  clients,
  perSecond,
  perCpuSecond: perSecond * 1.25,
});
/** 100 a second: what the better number of clients gets at the median. */
const peaks = [
  peakWith(16, 90),
  peakWith(32, 100),
  peakWith(16, 95),
  peakWith(32, 200),
  peakWith(16, 300),
  peakWith(32, 70),
];

const reportOf = (...rounds: readonly Round[]): OverloadReport => ({
  budgetMs: 800,
  rounds: 1,
  forMs: 2000,
  on: seriesOf(peaks, rounds),
  off: seriesOf([], []),
  cpu: { pageMicros: 800, refusalMicros: 30 },
});

it('takes the medians of the rounds of each load', () => {
  const { loads, peakPerSecond } = seriesOf(peaks, [
    roundWith(3, 80),
    roundWith(1, 99),
    roundWith(3, 90),
    roundWith(3, 95),
  ]);
  expect(peakPerSecond).toBe(100);
  expect(loads.map(({ factor }) => factor)).toEqual([3, 1]);
  expect(loads[0]).toMatchObject({
    offeredPerSecond: 300,
    goodPerSecond: 90,
    shareOfPeak: 0.9,
    shareOfPeakByCpu: 0.9,
    shedPerSecond: 20,
    othersPerSecond: 3,
    p99Ms: 50,
    livezMaxMs: 5,
  });
});

it('finds nothing wrong where every claim holds, and shows the figures', () => {
  const report = reportOf(roundWith(1, 60), roundWith(3, 90));
  expect(failuresOf(report)).toEqual([]);
  expect(renderOverload(report)).toContain('| shedding, 3 × peak: 300/s | 90/s | 90.0 % | 90.0 % | 20/s |');
});

it('names each claim that does not hold', () => {
  const slow = roundWith(3, 89, { livez: { ...percentilesOf([1500]), failed: 2 } });
  const late = { ...slow, offered: { ...slow.offered, tookMs: percentilesOf([801]) } };
  expect(failuresOf(reportOf(late))).toEqual([
    'at 3 times the peak goodput was 89.0 % of it',
    'at 3 times the peak the p99 of pages was 801 ms, the budget is 800 ms',
    'at 3 times the peak /livez did not answer 2 times',
    'at 3 times the peak an answer of /livez took 1500 ms',
  ]);
});
