import { watchedApps } from '../../apps.ts';
import { copyConfig } from '../../running/config-copy.ts';
import { readMetrics } from '../../running/metrics-reading.ts';
import { customerPages } from '../../running/page-requests.ts';
import { type WholeSystem, startWholeSystem } from '../../running/whole-system.ts';
import { Draws } from '../../simulator/draws.ts';
import { Claims } from '../claims.ts';
import { markdownTable } from '../../report/markdown-table.ts';
import type { ScenarioContext, ScenarioResult } from '../scenario.ts';
import { type Held, heldAtRest, openThings } from './held-by-apps.ts';
import { type LeavingFigures, offerToLeavingClients } from './leaving-clients.ts';

export interface ClientAbortsOptions extends ScenarioContext {
  /** How many clients leave. */
  readonly leaving: number;
}

const RATE_PER_SECOND = 240;
/** Of the heap after a collection, for all who left together: 10,000 that left 300 bytes each would be seen. */
const MOST_GROWTH_BYTES = 3_000_000;
const bffs = ['mobile-bff', 'web-bff', 'graphql-bff'];
/** So patient that nothing of a healthy service ever fails or is refused: whatever does fails because a client left. */
const patient = { attemptMs: 5000, breaker: { slowCallMs: 5000 } };
const services = { order: patient, user: patient, payment: patient, inventory: patient };
const settings = { page: { deadlineMs: 20_000 }, shedding: { maxEventLoopDelayMs: 60_000 }, services };

/** Clients that leave before, while and after they are answered, a half of them while the payment service is hung. */
export async function runClientAborts({ leaving, progress, seed }: ClientAbortsOptions): Promise<ScenarioResult> {
  const config = copyConfig(Object.fromEntries(bffs.map((app) => [app, settings])));
  const system = await startWholeSystem({ LOG_LEVEL: 'warn', CONFIG_DIR: config.dir });
  try {
    const pages = customerPages(system.publicUrl, await system.signIn('usr_0001'));
    const { random } = new Draws(seed);
    const offer = (count: number, someAtHead: boolean) =>
      offerToLeavingClients({ pages, leaving: count, ratePerSecond: RATE_PER_SECOND, someAtHead, random });
    const names = watchedApps.map(({ name }) => name);

    progress('warming up');
    await offer(Math.min(1000, leaving), true);
    const before = await heldAtRest(system, names);
    progress(`${leaving / 2} clients leave`);
    const healthy = await offer(leaving / 2, true);
    progress(`${leaving / 2} more, while the payment service does not answer at all`);
    await system.setFault('payment', 'hang');
    const hung = await offer(leaving / 2, false);
    // With the fault still on: when it ends, the service lets go of what nobody took back.
    const after = await heldAtRest(system, names);
    await system.clearFaults();
    return await judge(system, { leaving, healthy, hung, before, after });
  } finally {
    await system.close();
    config.remove();
  }
}

interface Seen {
  readonly leaving: number;
  readonly healthy: LeavingFigures;
  readonly hung: LeavingFigures;
  readonly before: Held;
  readonly after: Held;
}

async function judge(system: WholeSystem, { leaving, healthy, hung, before, after }: Seen): Promise<ScenarioResult> {
  const claims = new Claims();
  claims.holds(healthy.left + hung.left >= leaving, `only ${healthy.left + hung.left} clients left`);
  for (const { answered } of [healthy, hung]) {
    const others = Object.keys(answered).filter((how) => how !== '200');
    claims.holds(others.length === 0, `those who stayed were not all answered 200: ${JSON.stringify(answered)}`);
  }
  for (const app of bffs) {
    const metrics = await readMetrics(system.adminUrl(app));
    const changes = metrics.sum('bff_breaker_changes_total');
    claims.holds(changes === 0, `${app}: ${changes} changes of circuit breakers`);
    const outcomes = metrics.by('outcome', 'bff_downstream_attempt_duration_seconds_count');
    const failed = Object.keys(outcomes).filter((outcome) => outcome !== 'ok' && outcome !== 'aborted');
    claims.holds(failed.length === 0, `${app}: attempts counted as failures: ${JSON.stringify(outcomes)}`);
  }
  const rows = Object.entries(after).map(([app, now]) => {
    const then = before[app] ?? now;
    const [held, holds] = [openThings(then), openThings(now)];
    const grownBytes = now.heapUsed - then.heapUsed;
    claims.holds(holds.sockets <= held.sockets, `${app} holds ${holds.sockets} sockets, before ${held.sockets}`);
    claims.holds(holds.timers <= held.timers, `${app} holds ${holds.timers} timers, before ${held.timers}`);
    claims.holds(grownBytes <= MOST_GROWTH_BYTES, `the heap of ${app} grew by ${grownBytes} bytes`);
    claims.holds(now.warnings.length === 0, `${app} warned: ${now.warnings.join('; ')}`);
    const heap = `${(then.heapUsed / 1e6).toFixed(1)} → ${(now.heapUsed / 1e6).toFixed(1)} MB`;
    return [app, `${held.sockets} → ${holds.sockets}`, `${held.timers} → ${holds.timers}`, heap];
  });
  const { body } = await system.get('/v1/orders/ord_20000');
  claims.holds(body.meta?.complete === true, `the next page is not whole: ${JSON.stringify(body.meta)}`);
  const stayed = (healthy.answered['200'] ?? 0) + (hung.answered['200'] ?? 0);
  const markdown = [
    `${healthy.left + hung.left} clients left, ${hung.left} of them while the payment service did not answer; ` +
      `${stayed} were answered before they did. No breaker moved, no attempt counted as failed. At rest, before and after:`,
    markdownTable(['app', 'sockets', 'timers', 'heap'], rows),
  ].join('\n\n');
  return { markdown, failures: claims.failures };
}
