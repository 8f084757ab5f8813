import { runClientAborts } from '../src/reliability/client-aborts/run-client-aborts.ts';
import { runHalfOpen } from '../src/reliability/half-open/run-half-open.ts';
import { runStampede } from '../src/reliability/stampede/run-stampede.ts';

// Short forms of what `npm run reliability` does in full: what is counted holds on a busy machine, too.
const context = { seed: 1, progress: () => {} };
const LONGEST_MS = 180_000;

it(
  'clients that leave while they wait leave nothing behind and move no breaker',
  async () => {
    const { failures } = await runClientAborts({ ...context, leaving: 300 });
    expect(failures).toEqual([]);
  },
  LONGEST_MS,
);

it(
  'a crowd that meets a half-open circuit sends its probes, and nobody else waits for them',
  async () => {
    const { failures } = await runHalfOpen({ ...context, callers: 100, rounds: 2 });
    expect(failures).toEqual([]);
  },
  LONGEST_MS,
);

it(
  'a crowd that asks for what nobody has seen is one call of the service',
  async () => {
    const { failures } = await runStampede({ ...context, callers: 300, slowMs: 4000, replicas: false });
    expect(failures).toEqual([]);
  },
  LONGEST_MS,
);
