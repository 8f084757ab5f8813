import type { LoadAnswer, LoadRequest } from '../../load/load-request.ts';
import { percentilesOf } from '../../load/percentiles.ts';
import { type Crowd, gatherCrowd } from '../../load/send-at-once.ts';
import { mobileOrder } from '../../running/page-requests.ts';
import { startWithRecorded } from '../../running/recorded-service.ts';
import type { RecordingProxy } from '../../running/recording-proxy.ts';
import { Claims } from '../claims.ts';
import { inMs, markdownTable } from '../../report/markdown-table.ts';
import { pause, until } from '../pause.ts';
import type { ScenarioContext, ScenarioResult } from '../scenario.ts';
import { countBy, paymentOf } from './payment-of.ts';

export interface HalfOpenOptions extends ScenarioContext {
  readonly callers: number;
  readonly rounds: number;
}

/** As shipped: `probes` of the breaker's limits. */
const PROBES = 3;
/** How long the service takes over a probe: longer than all callers together, so that every one meets a half-open circuit. */
const PROBE_MS = 4000;
const OPEN_MS = 2000;

/** So many callers in one moment are far more than a BFF takes on; here it shall, so that the circuit meets them all. */
const settings = {
  page: { deadlineMs: 30_000 },
  shedding: { maxInFlight: 100_000, maxEventLoopDelayMs: 600_000 },
  services: {
    payment: { attemptMs: 10_000, breaker: { openMs: OPEN_MS, maxOpenMs: 2 * OPEN_MS, slowCallMs: 10_000 } },
  },
};

/** A crowd asks for the same order at the very moment at which the open time of the payment service's circuit is over. */
export async function runHalfOpen({ callers, rounds, progress }: HalfOpenOptions): Promise<ScenarioResult> {
  // Payments are never kept, so each page asks for its own.
  const { system, service: payments, close } = await startWithRecorded({ name: 'payment', settings });
  const crowd = gatherCrowd(callers);
  try {
    const page = mobileOrder(system.publicUrl, await system.signIn('usr_0001'));
    const claims = new Claims();
    const rows: (string | number)[][] = [];
    for (let round = 1; round <= rounds; round += 1) {
      // The last one's probes succeed; before, they fail and the circuit opens again.
      const succeeds = round === rounds;
      progress(`round ${round} of ${rounds}: the probes ${succeeds ? 'succeed' : 'fail'}`);
      payments.behave('fail');
      const whileOpen = await askUntilOpen(crowd, page);
      const waitMs = Math.max(...whileOpen.map((answer) => paymentOf(answer).retryAfterMs ?? 0));
      await pause(waitMs + 5);
      payments.forget();
      payments.behave({ lateMs: PROBE_MS, how: succeeds ? 'pass' : 'fail' });
      const halfOpen = await crowd.send(page);
      rows.push(judge({ round, succeeds, whileOpen, halfOpen, payments }, claims));
    }
    payments.behave('pass');
    await until(
      'pages are whole',
      10_000,
      async () => (await system.get('/v1/orders/ord_20000')).body.meta?.complete === true,
    );
    const markdown = [
      `${callers} callers in one moment, at the end of the circuit's open time, while the service takes ` +
        `${PROBE_MS / 1000} s over each probe. Beside it the same crowd a moment earlier, when the circuit was still open.`,
      markdownTable(
        ['probes', 'asked the service', 'turned away', 'their p50', 'their max', 'p50 while open', 'max while open'],
        rows,
      ),
    ].join('\n\n');
    return { markdown, failures: claims.failures };
  } finally {
    crowd.close();
    await close();
  }
}

/** The crowd's answers once all of them were turned away by the open circuit. */
async function askUntilOpen(crowd: Crowd, page: LoadRequest): Promise<readonly LoadAnswer[]> {
  for (let tries = 0; tries < 20; tries += 1) {
    const answers = await crowd.send(page);
    if (countBy(answers)['DOWNSTREAM_CIRCUIT_OPEN'] === answers.length) return answers;
  }
  throw new Error('the circuit did not open');
}

interface Round {
  readonly round: number;
  readonly succeeds: boolean;
  readonly whileOpen: readonly LoadAnswer[];
  readonly halfOpen: readonly LoadAnswer[];
  readonly payments: RecordingProxy;
}

function judge({ round, succeeds, whileOpen, halfOpen, payments }: Round, claims: Claims): (string | number)[] {
  const counts = countBy(halfOpen);
  const at = `round ${round}`;
  const asked = payments.arrivals.length;
  claims.holds(asked >= 1 && asked <= PROBES, `${at}: the service was asked ${asked} times`);
  // Those who sent the probes wait for them; a retry of theirs may then be turned away.
  const atOnce = halfOpen.filter(({ tookMs }) => tookMs < PROBE_MS);
  const turnedAway = atOnce.filter((answer) => paymentOf(answer).how === 'DOWNSTREAM_CIRCUIT_OPEN');
  claims.holds(
    turnedAway.length >= halfOpen.length - PROBES,
    `${at}: ${turnedAway.length} were turned away before the probes had ended: ${JSON.stringify(counts)}`,
  );
  claims.holds((counts['ok'] ?? 0) === (succeeds ? asked : 0), `${at}: ${counts['ok'] ?? 0} pages have their payment`);
  const open = percentilesOf(whileOpen.map(({ tookMs }) => tookMs));
  const away = percentilesOf(turnedAway.map(({ tookMs }) => tookMs));
  return [
    succeeds ? 'succeed' : 'fail',
    asked,
    turnedAway.length,
    ...[away.p50, away.max, open.p50, open.max].map(inMs),
  ];
}
