import { freePorts } from '../../running/free-ports.ts';
import { type WholeSystem, startWholeSystem } from '../../running/whole-system.ts';
import { percentilesOf } from '../../load/percentiles.ts';
import { Claims } from '../claims.ts';
import { inMs, markdownTable } from '../../report/markdown-table.ts';
import { pause } from '../pause.ts';
import type { ScenarioContext, ScenarioResult } from '../scenario.ts';
import { Backend } from './backend.ts';
import { Balancer } from './balancer.ts';
import { offerSteadily } from './steady-offer.ts';

export interface RollingStopsOptions extends ScenarioContext {
  readonly stops: number;
  readonly ratePerSecond: number;
  /** `SHUTDOWN_DELAY_MS` of the replicas, as many runs as there are values. */
  readonly delaysMs: readonly number[];
}

const LONGEST_EXIT_MS = 3000;
/** Between one replica being back and the other being stopped. */
const BETWEEN_MS = 300;

interface Run {
  readonly delayMs: number;
  readonly balancer: Balancer;
  readonly exitsMs: readonly number[];
  readonly codes: readonly (number | null)[];
  /** Requests without an answer that a replica had read: its access log names them. */
  readonly lost: readonly string[];
}

/** SIGTERM for one of two replicas after the other, under load. */
export async function runRollingStops(options: RollingStopsOptions): Promise<ScenarioResult> {
  const system = await startWholeSystem({ LOG_LEVEL: 'warn' });
  try {
    const runs: Run[] = [];
    for (const delayMs of options.delaysMs) runs.push(await run(system, { ...options, delayMs }));
    return judge(runs, options);
  } finally {
    await system.close();
  }
}

async function run(
  system: WholeSystem,
  { stops, ratePerSecond, delayMs, progress }: RollingStopsOptions & { delayMs: number },
): Promise<Run> {
  const token = await system.signIn('usr_0001');
  const env = { LOG_LEVEL: 'info', SHUTDOWN_DELAY_MS: String(delayMs) };
  const start = async () => Backend.start(system, { app: 'mobile-bff', env, ports: await freePorts(2) });
  const backends = [await start(), await start()];
  const balancer = new Balancer(backends, token);
  const load = offerSteadily(ratePerSecond, () => balancer.request('/v1/orders'));
  const exitsMs: number[] = [];
  const codes: (number | null)[] = [];
  const lost: string[] = [];
  try {
    for (let stop = 0; stop < stops; stop += 1) {
      await pause(BETWEEN_MS);
      const backend = backends[stop % backends.length];
      if (!backend) continue;
      const { code, tookMs, output } = await backend.stop();
      exitsMs.push(tookMs);
      codes.push(code);
      lost.push(...[...balancer.figures.cutOff.keys()].filter((id) => output.includes(`"${id}"`)));
      await backend.startAgain();
      if ((stop + 1) % 10 === 0) progress(`delay ${delayMs} ms: ${stop + 1} stops, ${balancer.figures.sent} requests`);
    }
  } finally {
    await load.stop();
    await Promise.all(backends.map((backend) => backend.close()));
  }
  return { delayMs, balancer, exitsMs, codes, lost };
}

function judge(runs: readonly Run[], { ratePerSecond, stops }: RollingStopsOptions): ScenarioResult {
  const claims = new Claims();
  const rows = runs.map(({ delayMs, balancer, exitsMs, codes, lost }) => {
    const { sent, answered, refused, cutOff } = balancer.figures;
    const { p50, max } = percentilesOf(exitsMs);
    const at = `with a shutdown delay of ${delayMs} ms`;
    claims.holds(lost.length === 0, `${at} ${lost.length} requests that a replica had read were not answered`);
    const errors = JSON.stringify([...new Set(cutOff.values())]);
    claims.holds(cutOff.size === 0, `${at} ${cutOff.size} requests were cut off on an open connection: ${errors}`);
    // What is refused because of too much load is answered, and nothing was done for it.
    const others = Object.keys(answered).filter((status) => status !== '200' && status !== '503');
    claims.holds(others.length === 0, `${at} not all answers were 200 or 503: ${JSON.stringify(answered)}`);
    claims.holds(max <= LONGEST_EXIT_MS + delayMs, `${at} an exit took ${inMs(max)}`);
    claims.holds(
      codes.every((code) => code === 0),
      `${at} exit codes were ${codes.join(', ')}`,
    );
    return [
      `${delayMs} ms`,
      sent,
      answered['200'] ?? 0,
      answered['503'] ?? 0,
      refused,
      cutOff.size,
      lost.length,
      inMs(p50),
      inMs(max),
    ];
  });
  const head = ['shutdown delay', 'requests', '200', 'shed', 'refused', 'cut off', 'lost', 'exit p50', 'exit max'];
  const markdown = [
    `${stops} SIGTERMs at ${ratePerSecond} requests a second to two replicas, one stopped after the other.`,
    markdownTable(head, rows),
  ].join('\n\n');
  return { markdown, failures: claims.failures };
}
