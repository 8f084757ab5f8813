import { type Leftover, compareLeftovers } from './leftovers.ts';

const MIB = 1024 * 1024;

const quiet: Leftover = {
  heapUsed: 40 * MIB,
  arrayBuffers: MIB,
  rss: 0,
  cpuMicros: 0,
  resources: { TCPSocketWrap: 0, Timeout: 3 },
  connectionsTo: {},
  listeners: 20,
  warnings: [],
  unhandledRejections: 0,
  cacheBytes: MIB,
};

const checksOf = (now: Partial<Leftover>) =>
  compareLeftovers('web-bff', { ...quiet, ...now }, quiet).map(({ check }) => check);

it('lets a process be as it was', () => {
  expect(checksOf({})).toEqual([]);
});

it('sees what was left behind', () => {
  expect(checksOf({ resources: { TCPSocketWrap: 1, Timeout: 3 } })).toEqual(['connections']);
  expect(checksOf({ resources: { TCPSocketWrap: 0, Timeout: 6 } })).toEqual(['leftovers']);
  expect(checksOf({ listeners: 30 })).toEqual(['leftovers']);
  expect(checksOf({ unhandledRejections: 1 })).toEqual(['crashes']);
  expect(checksOf({ warnings: ['MaxListenersExceededWarning'] })).toEqual(['crashes']);
});

it('lets memory grow by what the cache keeps', () => {
  expect(checksOf({ heapUsed: 60 * MIB })).toEqual(['memory']);
  expect(checksOf({ heapUsed: 60 * MIB, cacheBytes: 6 * MIB })).toEqual([]);
  expect(checksOf({ arrayBuffers: 30 * MIB })).toEqual(['memory']);
  expect(checksOf({ heapUsed: 130 * MIB, cacheBytes: 64 * MIB })).toEqual(['memory']);
});
