import { faultAdmin } from '../../fault/fault-admin.ts';
import type { LoadAnswer } from '../../load/load-request.ts';
import { offerLoad } from '../../load/offer-load.ts';
import { percentilesOf } from '../../load/percentiles.ts';
import { copyConfig } from '../../running/config-copy.ts';
import { readMetrics } from '../../running/metrics-reading.ts';
import { mobileOrder } from '../../running/page-requests.ts';
import { startWholeSystem } from '../../running/whole-system.ts';
import { Claims } from '../claims.ts';
import { inMs, markdownTable } from '../../report/markdown-table.ts';
import { pause } from '../pause.ts';
import type { ScenarioContext, ScenarioResult } from '../scenario.ts';

export interface BlockedLoopOptions extends ScenarioContext {
  readonly blocks: number;
  readonly blockMs: number;
  readonly ratePerSecond: number;
  /** Changes of mobile-bff's settings. */
  readonly settings?: Parameters<typeof copyConfig>[0][string];
  /** False where other work on the machine makes pages late by itself. */
  readonly timed: boolean;
}

/** Well within an attempt. */
const PAYMENT_MS = 150;
const BEFORE_MS = 1500;
/** From the end of a block until every page must be whole again. */
const RECOVERY_MS = 1000;
const AFTER_MS = 2000;

const phases = ['before', 'in flight', 'during', 'after'] as const;
type Phase = (typeof phases)[number];

/** A long computation in a BFF: everything that it waits for is there when it ends, and so are the times it waited for. */
export async function runBlockedLoop(options: BlockedLoopOptions): Promise<ScenarioResult> {
  const { blocks, blockMs, ratePerSecond, settings = {}, timed, progress } = options;
  const config = copyConfig({ 'mobile-bff': settings });
  const system = await startWholeSystem({ LOG_LEVEL: 'warn', CONFIG_DIR: config.dir });
  try {
    const page = mobileOrder(system.publicUrl, await system.signIn('usr_0001'));
    const claims = new Claims();
    const ended = new Map<Phase, Map<string, number>>(phases.map((phase) => [phase, new Map()]));
    const waited: number[] = [];
    // So that enough of its answers are on their way at any moment: five failures in a row open a circuit.
    await faultAdmin(system.adminUrl('payment-service')).set({ kind: 'latency', ms: PAYMENT_MS });
    // The first calls of a process make connections and compile code: they are no part of this.
    await offerLoad({ next: () => page, ratePerSecond, forMs: BEFORE_MS, onAnswer: () => {} });
    for (let block = 1; block <= blocks; block += 1) {
      progress(`block ${block} of ${blocks}`);
      const answers: LoadAnswer[] = [];
      const onAnswer = (answer: LoadAnswer): void => void answers.push(answer);
      const forMs = BEFORE_MS + blockMs + AFTER_MS;
      const load = offerLoad({ next: () => page, ratePerSecond, forMs, onAnswer });
      await pause(BEFORE_MS);
      const from = performance.now();
      await system.order('mobile-bff', { probe: 'block', forMs: blockMs });
      await load;
      for (const answer of answers) {
        const phase = phaseOf(answer, from, from + blockMs);
        const how = howItEnded(answer);
        const counts = ended.get(phase);
        counts?.set(how, (counts.get(how) ?? 0) + 1);
        if (phase === 'in flight' || phase === 'during') waited.push(answer.tookMs);
        claims.holds(answer.status !== undefined, `no answer ${phase} the block: ${answer.error}`);
        const mustBeWhole = answer.dueAtMs > from + blockMs + RECOVERY_MS;
        claims.holds(!timed || !mustBeWhole || how === 'whole', `${how} more than ${RECOVERY_MS} ms after the block`);
      }
    }
    const metrics = await readMetrics(system.adminUrl('mobile-bff'));
    const changes = metrics.by('service', 'bff_breaker_changes_total');
    claims.holds(Object.keys(changes).length === 0, `circuit breakers changed: ${JSON.stringify(changes)}`);
    return { markdown: describe(options, ended, waited), failures: [...new Set(claims.failures)] };
  } finally {
    await system.close();
    config.remove();
  }
}

function describe(
  { blocks, blockMs, ratePerSecond }: BlockedLoopOptions,
  ended: ReadonlyMap<Phase, ReadonlyMap<string, number>>,
  waited: readonly number[],
): string {
  const columns = ['whole', 'partial', 'shed', 'other'];
  const rows = phases.map((phase) => [phase, ...columns.map((how) => ended.get(phase)?.get(how) ?? 0)]);
  const { p50, max } = percentilesOf(waited);
  return [
    `The event loop of mobile-bff stood still ${blocks} times for ${blockMs} ms at ${ratePerSecond} order pages a second. ` +
      `No circuit breaker moved. Those whom it concerned waited ${inMs(p50)} in the middle, ${inMs(max)} at most. A page ` +
      `that was under way shows what had been answered; what it had not asked for yet, its time no longer allows.`,
    markdownTable(['asked', ...columns], rows),
  ].join('\n\n');
}

/** Whether the request was under way when the block began, came while it lasted, or neither. */
function phaseOf({ dueAtMs, tookMs }: LoadAnswer, from: number, to: number): Phase {
  if (dueAtMs + tookMs <= from) return 'before';
  if (dueAtMs < from) return 'in flight';
  return dueAtMs < to ? 'during' : 'after';
}

function howItEnded({ status, headers }: LoadAnswer): string {
  if (status === 503) return 'shed';
  if (status !== 200) return 'other';
  return headers['bff-complete'] === '?1' ? 'whole' : 'partial';
}
