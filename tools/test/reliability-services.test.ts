import { runErrorStorm } from '../src/reliability/error-storm/run-error-storm.ts';
import { runHungService } from '../src/reliability/hung-service/run-hung-service.ts';
import { runRecovery } from '../src/reliability/recovery/run-recovery.ts';
import { runSoak } from '../src/reliability/soak/run-soak.ts';

// Short forms of what `npm run reliability` does in full: what is counted holds on a busy machine, too.
const context = { seed: 1, progress: () => {}, timed: false };
const LONGEST_MS = 180_000;

it(
  'one service that hangs concerns only the pages that need it',
  async () => {
    const load = { rounds: 1, forMs: 1500, ratePerSecond: 30 };
    const { failures } = await runHungService({ ...context, ...load, services: ['payment'] });
    expect(failures).toEqual([]);
  },
  LONGEST_MS,
);

it(
  'services that answer nothing but errors are not asked more than a tenth more often',
  async () => {
    const load = { forMs: 12_000, ratePerSecond: 20, alsoWithoutCircuits: false };
    const { failures } = await runErrorStorm({ ...context, ...load });
    expect(failures).toEqual([]);
  },
  LONGEST_MS,
);

it(
  'a service that comes back under load is asked as before, and pages are whole by themselves',
  async () => {
    const times = { healthyMs: 1500, downMs: 1500, afterMs: 8000 };
    const { failures } = await runRecovery({ ...context, ...times, ratePerSecond: 40 });
    expect(failures).toEqual([]);
  },
  LONGEST_MS,
);

it(
  'after random faults under load all pages are whole again',
  async () => {
    const { failures } = await runSoak({ ...context, minutes: 0.15, ratePerSecond: 40, readEveryMs: 3000 });
    expect(failures).toEqual([]);
  },
  LONGEST_MS,
);
