import { percentilesOf } from '../../../src/load/percentiles.ts';
import type { DriverReport } from '../driver/driver-order.ts';
import { measureStretch } from './stretch.ts';

const report: DriverReport = {
  sent: 100,
  tookMs: 500,
  kinds: { whole: 100, partial: 0, problem: 0, broken: 0 },
  codes: {},
  pagesPerSecond: 200,
  latency: percentilesOf([4, 5, 6]),
};

/** A contender that has used 1 s before and 1.05 s after, and has made so many calls. */
function measure(calls: number, changed: Partial<DriverReport> = {}) {
  const readings = [
    { cpuMicros: 1_000_000, peakBytes: 50 },
    { cpuMicros: 1_050_000, peakBytes: 60 },
  ];
  const counts = [1000, 1000 + calls];
  const nothing = { setFault: async () => {}, close: async () => {} };
  const next = async <T>(values: T[]): Promise<T> =>
    values.shift() ?? Promise.reject(new Error('asked once too often'));
  return measureStretch(
    {
      services: { ...nothing, url: '', calls: () => next(counts) },
      driver: {
        ...nothing,
        issuer: '',
        jwksUrl: '',
        token: async () => '',
        offer: async () => ({ ...report, ...changed }),
      },
    },
    {
      contender: { name: 'ours', does: '', script: '', ready: 'message', workload: 'rest', calls: 4 },
      port: 1,
      meter: () => next(readings),
      close: nothing.close,
    },
    { first: 0, requests: 100, forMs: 500, clients: 1 },
  );
}

it('divides what was used meanwhile by the pages', async () => {
  expect(await measure(400)).toEqual({
    cpuMicrosPerPage: 500,
    pagesPerSecond: 200,
    p50Ms: 5,
    p99Ms: 6,
    callsPerPage: 4,
    peakBytes: 60,
  });
});

it('refuses what was not the whole work', async () => {
  await expect(measure(398)).rejects.toThrow('ours: a page took 3.980 calls in place of 4');
  const kinds = { whole: 99, partial: 1, problem: 0, broken: 0 };
  await expect(measure(400, { kinds })).rejects.toThrow('ours: of 100 answers');
  await expect(measure(0, { sent: 0, kinds: { ...kinds, whole: 0 } })).rejects.toThrow('ours: of 0 answers');
});
