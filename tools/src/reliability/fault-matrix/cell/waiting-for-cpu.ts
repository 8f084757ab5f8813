import { readFileSync } from 'node:fs';
import { watchedApps } from '../../../apps.ts';
import type { WholeSystem } from '../../../running/whole-system.ts';

/** Time that the processes of a system have run, and that they were ready to and had no CPU, in milliseconds. */
export interface CpuTimes {
  readonly ranMs: number;
  readonly waitedMs: number;
}

/** By Linux' own account of each process' main thread; where there is none, nothing has waited. */
export function readCpuTimes(system: WholeSystem): CpuTimes {
  const all = watchedApps.map(({ name }) => timesOf(system.pidOf(name)));
  return {
    ranMs: all.reduce((sum, { ranMs }) => sum + ranMs, 0),
    waitedMs: all.reduce((sum, { waitedMs }) => sum + waitedMs, 0),
  };
}

/** How much of that was waiting, for each millisecond of running: near 0 on a machine that is there for us alone. */
export function waitingShare(from: CpuTimes, to: CpuTimes): number {
  return (to.waitedMs - from.waitedMs) / Math.max(1, to.ranMs - from.ranMs);
}

function timesOf(pid: number): CpuTimes {
  try {
    const [ran = 0, waited = 0] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ').map(Number);
    return { ranMs: ran / 1e6, waitedMs: waited / 1e6 };
  } catch {
    return { ranMs: 0, waitedMs: 0 };
  }
}
