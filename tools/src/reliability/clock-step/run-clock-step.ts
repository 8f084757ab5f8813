import { readMetrics } from '../../running/metrics-reading.ts';
import { startWholeSystem } from '../../running/whole-system.ts';
import { Claims } from '../claims.ts';
import type { ScenarioContext, ScenarioResult } from '../scenario.ts';
import { lastingToken } from './lasting-token.ts';
import { stepClock } from './step-clock.ts';

export interface ClockStepOptions extends ScenarioContext {
  /** By how much the wall clock of mobile-bff is wrong, one after the other. */
  readonly offMs: readonly number[];
}

/** The keys are fetched at the start and seldom after that; a clock that jumps is no reason. */
const MOST_KEY_FETCHES = 3;

/** Steps the wall clock of a running BFF, as a wrong NTP server or a person does. */
export async function runClockStep({ offMs, progress }: ClockStepOptions): Promise<ScenarioResult> {
  const system = await startWholeSystem({ LOG_LEVEL: 'error' });
  try {
    const lasting = await lastingToken(system, 'usr_0001');
    const claims = new Claims();
    const parts: string[] = [];
    for (const off of offMs) {
      const by = `${Math.abs(off) / 60_000} minutes ${off > 0 ? 'ahead' : 'behind'}`;
      progress(by);
      const rows = await stepClock({ system, offMs: off, lasting, claims });
      parts.push([`Clock ${by}`, ''].join('\n'), ['| what | seen |', '| --- | --- |', ...rows.map(toLine)].join('\n'));
    }
    const keys = await readMetrics(system.adminUrl('user-service'));
    const fetches = keys.sum('http_server_request_duration_seconds_count', { http_route: '/.well-known/jwks.json' });
    claims.holds(fetches <= 3 * MOST_KEY_FETCHES, `the keys were fetched ${fetches} times by three BFFs`);
    return { markdown: parts.join('\n'), failures: claims.failures };
  } finally {
    await system.close();
  }
}

const toLine = ([what, seen]: readonly [string, string]): string => `| ${what} | ${seen} |`;
