import { serviceNames } from '../../../running/whole-system.ts';
import type { Violation } from '../oracle/checks.ts';
import { type Bff, bffs, callsOf } from '../pages/page-spec.ts';
import type { CallCounts } from './call-counts.ts';
import type { Sample } from './steady-load.ts';
import type { Thresholds } from './thresholds.ts';

export interface JudgedCalls {
  readonly violations: readonly Violation[];
  /** The most calls to one service for each that pages asked for. */
  readonly ratio: number;
}

/** Compares the calls of a phase, as both sides counted them, with what its pages ask for. */
export function judgeCalls(
  before: CallCounts,
  after: CallCounts,
  samples: readonly Sample[],
  { callRatio, freeRetries }: Thresholds,
): JudgedCalls {
  const violations: Violation[] = [];
  let ratio = 0;
  const judge = (where: string, calls: number, asked: number, processes: number): void => {
    const most = Math.floor(asked * callRatio + freeRetries * processes);
    if (asked > 0) ratio = Math.max(ratio, calls / asked);
    if (calls <= most) return;
    violations.push({
      check: 'amplification',
      where,
      expected: `at most ${most} calls for ${asked} asked`,
      got: String(calls),
    });
  };
  const askedBy = (service: (typeof serviceNames)[number], apps: readonly Bff[]): number =>
    samples.reduce((sum, { visit: { page } }) => sum + (apps.includes(page.app) ? callsOf(page, service) : 0), 0);
  for (const service of serviceNames) {
    judge(`${service}-service`, after.arrived[service] - before.arrived[service], askedBy(service, bffs), bffs.length);
    for (const app of bffs) {
      const attempts = after.attempts[app][service] - before.attempts[app][service];
      judge(`${app} to ${service}`, attempts, askedBy(service, [app]), 1);
    }
  }
  return { violations, ratio };
}
