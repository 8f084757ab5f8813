import { Claims } from '../claims.ts';
import { inMs, inPercent } from '../../report/markdown-table.ts';
import type { Scenario } from '../scenario.ts';
import type { OverloadReport } from './overload-report.ts';
import { renderOverload } from './render-overload.ts';
import { runOverload } from './run-overload.ts';

/** Of the peak, beyond it. At the peak itself, waiting is a matter of luck. */
const LEAST_GOODPUT = 0.9;
/** What a platform's probe waits for at least. */
const SLOWEST_LIVEZ_MS = 1000;

export const overload: Scenario = {
  name: 'overload',
  does: 'up to three times what mobile-bff can do: nine tenths of its peak go on being answered in time (5 min)',
  async run({ progress }) {
    const report = await runOverload({ progress });
    return { markdown: renderOverload(report), failures: failuresOf(report) };
  },
};

/** Which of the claims did not hold. */
export function failuresOf({ on, budgetMs }: OverloadReport): readonly string[] {
  const claims = new Claims();
  for (const { factor, shareOfPeak, p99Ms, livezMaxMs, livezFailed } of on.loads) {
    const at = `at ${factor} times the peak`;
    if (factor >= 2) claims.holds(shareOfPeak >= LEAST_GOODPUT, `${at} goodput was ${inPercent(shareOfPeak)} of it`);
    claims.holds(p99Ms <= budgetMs, `${at} the p99 of pages was ${inMs(p99Ms)}, the budget is ${budgetMs} ms`);
    claims.holds(livezFailed === 0, `${at} /livez did not answer ${livezFailed} times`);
    claims.holds(livezMaxMs <= SLOWEST_LIVEZ_MS, `${at} an answer of /livez took ${inMs(livezMaxMs)}`);
  }
  return claims.failures;
}
