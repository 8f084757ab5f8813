import { percentilesOf } from '../../../src/load/percentiles.ts';
import type { Contender } from '../contender.ts';
import type { DriverReport } from '../driver/driver-order.ts';
import { renderFaults } from './render-faults.ts';

const contender: Contender = { name: 'bare', does: '', script: '', ready: 'message', workload: 'rest' };
const reportOf = (pagesPerSecond: number, tookMs: number, kinds: Partial<DriverReport['kinds']>): DriverReport => {
  const all = { whole: 0, partial: 0, problem: 0, broken: 0, ...kinds };
  const sent = Object.values(all).reduce((sum, count) => sum + count, 0);
  return { sent, tookMs: 4000, kinds: all, codes: {}, pagesPerSecond, latency: percentilesOf([tookMs]) };
};
const fault = { path: '/payments', hang: true };

it('shows throughput as a share of what was healthy, and what became of the requests', () => {
  const healthy = reportOf(200, 8, { whole: 800 });
  const table = renderFaults(
    [
      {
        contender,
        kind: { name: 'healthy', fault: undefined },
        atFirst: reportOf(100, 9, { whole: 400 }),
        after: healthy,
      },
      {
        contender,
        kind: { name: 'hung', fault },
        atFirst: reportOf(0, Infinity, { broken: 32 }),
        after: reportOf(50, 300, { whole: 10, partial: 20, problem: 4, broken: 6 }),
      },
    ],
    4000,
  );
  const rows = table.split('\n').filter((line) => line.includes('bare'));
  expect(rows).toEqual([
    '| healthy | bare | 100 | 200 | 100.0 % | 9.0 ms | 8.0 ms | 100.0 % | 0.0 % | 0.0 % | 0.0 % |',
    '| hung | bare | 0 | 50 | 25.0 % | no answer | 300 ms | 25.0 % | 50.0 % | 10.0 % | 15.0 % |',
  ]);
});
