import type { LoadAnswer } from '../../load/load-request.ts';
import { offerLoad } from '../../load/offer-load.ts';
import { mobileOrder } from '../../running/page-requests.ts';
import { startWithRecorded } from '../../running/recorded-service.ts';
import { signInCustomers } from '../../running/many-customers.ts';
import { Claims } from '../claims.ts';
import { markdownTable } from '../../report/markdown-table.ts';
import { pause } from '../pause.ts';
import type { ScenarioContext, ScenarioResult } from '../scenario.ts';
import { arrivalsPerBin } from './arrivals-per-bin.ts';

export interface RecoveryOptions extends ScenarioContext {
  readonly ratePerSecond: number;
  readonly healthyMs: number;
  readonly downMs: number;
  readonly afterMs: number;
  /** False where other work on the machine makes requests come in heaps. */
  readonly timed: boolean;
}

const BIN_MS = 100;
/** As shipped: how much longer than `openMs` the circuit may stay open, jitter and one doubling included. */
const LONGEST_OPEN_MS = 12_000;
/** More than in healthy times by so much in any tenth of a second would be a rush. */
const MOST_OF_HEALTHY = 1.5;

/** The payment service fails for a while under steady load and comes back: what meets it then, and when pages are whole. */
export async function runRecovery(options: RecoveryOptions): Promise<ScenarioResult> {
  const { ratePerSecond, healthyMs, downMs, afterMs, timed, progress } = options;
  const { system, service: payments, close } = await startWithRecorded({ name: 'payment' });
  try {
    const customers = await signInCustomers(system, 200);
    const answers: LoadAnswer[] = [];
    const load = offerLoad({
      ratePerSecond,
      forMs: 2000 + healthyMs + downMs + afterMs,
      next(index) {
        const customer = customers[index % customers.length];
        if (!customer) throw new TypeError('there are no customers');
        return mobileOrder(system.publicUrl, customer.token, customer.orderId);
      },
      onAnswer: (answer) => void answers.push(answer),
    });
    await pause(2000);
    const [healthyFrom, downFrom] = [performance.now(), performance.now() + healthyMs];
    await pause(healthyMs);
    const mostOpenHealthy = payments.mostOpen;
    progress('the payment service fails');
    payments.behave('fail');
    await pause(downMs);
    const backAt = performance.now();
    progress('it is back');
    payments.behave('pass');
    await load;

    const healed = answers.filter(({ dueAtMs }) => dueAtMs >= backAt);
    const broken = healed.filter(({ status, headers }) => status !== 200 || headers['bff-complete'] !== '?1');
    const wholeAfterMs = Math.max(0, ...broken.map(({ dueAtMs }) => dueAtMs - backAt));
    const to = performance.now();
    const before = arrivalsPerBin(payments.arrivals, { from: healthyFrom, to: downFrom, binMs: BIN_MS });
    const down = payments.arrivals.filter((at) => at >= downFrom && at < backAt).length;
    const after = arrivalsPerBin(payments.arrivals, { from: backAt, to, binMs: BIN_MS });
    const [mostBefore, mostAfter] = [Math.max(...before), Math.max(...after)];

    const claims = new Claims();
    claims.holds(
      wholeAfterMs <= LONGEST_OPEN_MS,
      `a page was not whole ${wholeAfterMs.toFixed(0)} ms after it was back`,
    );
    claims.holds(
      !timed || mostAfter <= mostBefore * MOST_OF_HEALTHY,
      `${mostAfter} requests in a tenth of a second met it when it was back, in healthy times at most ${mostBefore}`,
    );
    claims.holds(
      payments.mostOpen <= Math.max(64, mostOpenHealthy),
      `${payments.mostOpen} requests were open at once, more than the bulkhead lets through`,
    );
    const ramp = after
      .slice(
        Math.max(
          0,
          after.findIndex((count) => count > 0),
        ),
        after.length,
      )
      .slice(0, 10);
    const markdown = [
      `${ratePerSecond} order pages a second, each with one request for its payment. The service answered 503 for ` +
        `${downMs / 1000} s, in which it had ${down} requests. Pages were whole again ${(wholeAfterMs / 1000).toFixed(1)} s ` +
        `after it was back (the open time is drawn anew each time and doubles).`,
      markdownTable(
        ['requests in 100 ms', 'middle', 'most', 'open at once'],
        [
          ['healthy', middleOf(before), mostBefore, mostOpenHealthy],
          ['back', middleOf(after.filter((count) => count > 0)), mostAfter, payments.mostOpen],
        ],
      ),
      `From the first probe on, each 100 ms: ${ramp.join(', ')}.`,
    ].join('\n\n');
    return { markdown, failures: claims.failures };
  } finally {
    await close();
  }
}

const middleOf = (counts: readonly number[]): number =>
  counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
