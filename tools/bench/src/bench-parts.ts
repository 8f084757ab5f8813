import { atRestTables } from '../at-rest/index.ts';
import type { BenchPart } from './bench-part.ts';
import { measureFaults } from './faults/measure-faults.ts';
import { renderFaults } from './faults/render-faults.ts';
import { faultContenders, races } from './races.ts';
import { renderRace } from './report/render-race.ts';
import { measureRace } from './speed/measure-race.ts';

const WARM_UP_MS = 3000;
/** Long enough for circuits to open and for calls that hang to be given up. */
const FAULT_MS = 4000;
const quickly = { starts: 2, requests: 20_000, callers: 1000 };

/** In the order in which they are run and shown. */
export const benchParts: readonly BenchPart[] = [
  ...races.map((race): BenchPart => ({
    name: race.name,
    does: `${race.title}: CPU a page, throughput, latency and memory, against what others write`,
    run: async ({ rounds, forMs, progress }) =>
      renderRace(await measureRace(race, { rounds, forMs, progress, warmUpMs: Math.max(WARM_UP_MS, forMs) })),
  })),
  {
    name: 'faults',
    does: 'the same contenders with one service hung, failing and slow',
    run: async ({ quick, progress }) => {
      const forMs = quick ? FAULT_MS / 2 : FAULT_MS;
      return renderFaults(await measureFaults(faultContenders, { forMs, progress }), forMs);
    },
  },
  ...atRestTables.map(({ name, does, run }): BenchPart => ({
    name,
    does,
    run: ({ quick, progress }) => run({ progress, ...(quick && quickly) }),
  })),
];
