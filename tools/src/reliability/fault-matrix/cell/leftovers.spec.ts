import type { ProbeReading } from '../../../running/probe.ts';
import { compareLeftovers } from './leftovers.ts';

const MIB = 1024 * 1024;

const quiet: ProbeReading = {
  heapUsed: 40 * MIB,
  arrayBuffers: MIB,
  rss: 0,
  cpuMicros: 0,
  resources: { TCPSocketWrap: 0, Timeout: 3 },
  connectionsTo: {},
  listeners: 20,
  warnings: [],
  unhandledRejections: 0,
};

const checksOf = (now: Partial<ProbeReading>, shownBytes = 0) =>
  compareLeftovers('web-bff', { ...quiet, ...now }, quiet, shownBytes).map(({ check }) => check);

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

it('lets memory grow by what was shown, as it may be kept, up to the size of the cache', () => {
  expect(checksOf({ heapUsed: 60 * MIB })).toEqual(['memory']);
  expect(checksOf({ heapUsed: 60 * MIB }, 2 * MIB)).toEqual([]);
  expect(checksOf({ arrayBuffers: 30 * MIB })).toEqual(['memory']);
  expect(checksOf({ heapUsed: 130 * MIB }, 1000 * MIB)).toEqual(['memory']);
});
