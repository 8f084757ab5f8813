import { atRestTables } from '../at-rest/index.ts';
import type { BenchPart } from './bench-part.ts';
import type { Contender } from './contender.ts';
import { measureFaults } from './faults/measure-faults.ts';
import { renderFaults } from './faults/render-faults.ts';
import { faultContenders, races } from './races.ts';
import { renderRace } from './report/render-race.ts';
import { measureRace } from './speed/measure-race.ts';

const WARM_UP_MS = 3000;
/** Long enough for circuits to open and for calls that hang to be given up. */
const FAULT_MS = 4000;
const quickly = { starts: 2, callers: 1000 };

const nobody = 'None of the contenders that were named takes part in this.';

const among = (contenders: readonly Contender[], only: readonly string[] | undefined): readonly Contender[] =>
  only === undefined ? contenders : contenders.filter(({ name }) => only.includes(name));

/** In the order in which they are run and shown. */
export const benchParts: readonly BenchPart[] = [
  ...races.map((race): BenchPart => ({
    name: race.name,
    does: `${race.title}: CPU a page, throughput, latency and memory, against what others write`,
    run: async ({ only, rounds, forMs, progress }) => {
      const options = { rounds, forMs, progress, warmUpMs: Math.max(WARM_UP_MS, forMs) };
      const contenders = among(race.contenders, only);
      return contenders.length === 0 ? nobody : renderRace(await measureRace({ ...race, contenders }, options));
    },
  })),
  {
    name: 'faults',
    does: 'the same contenders with one service hung, failing and slow',
    run: async ({ only, quick, progress }) => {
      const forMs = quick ? FAULT_MS / 2 : FAULT_MS;
      const contenders = among(faultContenders, only);
      return contenders.length === 0
        ? nobody
        : renderFaults(await measureFaults(contenders, { forMs, progress }), forMs);
    },
  },
  ...atRestTables.map(({ name, does, run }): BenchPart => ({
    name,
    does,
    run: ({ quick, requests, progress }) => run({ progress, requests, ...(quick && quickly) }),
  })),
];
