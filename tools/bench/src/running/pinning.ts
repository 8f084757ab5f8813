import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** How a process is started on one core: what stands before its command line. */
export interface Pinning {
  /** One contender at a time has this core to itself. */
  readonly contender: readonly string[];
  /** The driver and the services share another. */
  readonly others: readonly string[];
  /** In one line, for people. */
  readonly says: string;
}

/** Two cores and `taskset` (Linux, util-linux) are needed; without them the system places the processes. */
export function findPinning(): Pinning {
  const free = { contender: [], others: [] };
  if (availableParallelism() < 2) return { ...free, says: 'one core only: contender, driver and services share it' };
  const found = spawnSync('taskset', ['-c', '0,1', 'true']).status === 0;
  if (!found) return { ...free, says: 'no taskset here: the system places the processes on cores as it likes' };
  return {
    contender: ['taskset', '-c', '1'],
    others: ['taskset', '-c', '0'],
    says: 'contenders on core 1, driver and services on core 0',
  };
}
