import { runStampede } from '../../../src/reliability/stampede/run-stampede.ts';
import type { AtRestTable } from '../at-rest-table.ts';

/** Long enough for every caller to be in flight before the service answers, a few and ten thousand. */
const slowMsFor = (callers: number): number => Math.max(2000, callers * 2);

export const coldKey: AtRestTable = {
  name: 'cold-key',
  does: '10,000 identical requests for one cold key in flight at once, and the calls of the service for them (1 min)',
  async run({ progress, callers = 10_000 }) {
    const { markdown, failures } = await runStampede({
      progress,
      callers,
      slowMs: slowMsFor(callers),
      replicas: false,
      // It draws nothing.
      seed: 0,
    });
    return [markdown, ...failures.map((failure) => `Does not hold: ${failure}.`)].join('\n\n');
  },
};
