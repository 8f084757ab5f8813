import type { ProbeReading } from '../../../running/probe.ts';
import { readMetrics } from '../../../running/metrics-reading.ts';
import type { WholeSystem } from '../../../running/whole-system.ts';
import { pause } from '../../pause.ts';
import type { Violation } from '../oracle/checks.ts';
import { type Bff, bffs } from '../pages/page-spec.ts';

/** Idle connections to a service are kept for 4 s. */
const IDLE_MS = 4300;
/** How much longer to look, before what is there counts as left behind. */
const PATIENCE_MS = 5000;
/** One that happens to be under way at any time, such as that of the identity keys. */
const SPARE_TIMERS = 2;
const SPARE_LISTENERS = 4;
/** What a heap differs by from one collection to the next. */
const HEAP_NOISE_BYTES = 16 * 1024 * 1024;
/** What a BFF holds, and how much of it is what its cache keeps. */
export interface Leftover extends ProbeReading {
  /** By its own count, at two bytes a character: at least what it takes. */
  readonly cacheBytes: number;
}

export type Leftovers = Readonly<Record<Bff, Leftover>>;

/** What the BFFs hold when they have been idle for as long as they keep connections. */
export async function readLeftovers(system: WholeSystem): Promise<Leftovers> {
  await pause(IDLE_MS);
  return probeAll(system);
}

/** The same, waiting a little longer for whatever is still more than it was. */
export async function judgeLeftovers(system: WholeSystem, baseline: Leftovers): Promise<readonly Violation[]> {
  const startedAtMs = performance.now();
  let leftovers = await readLeftovers(system);
  for (;;) {
    const violations = bffs.flatMap((app) => compareLeftovers(app, leftovers[app], baseline[app]));
    if (violations.length === 0 || performance.now() - startedAtMs > IDLE_MS + PATIENCE_MS) return violations;
    await pause(500);
    leftovers = await probeAll(system);
  }
}

async function probeAll(system: WholeSystem): Promise<Leftovers> {
  const readings = await Promise.all(
    bffs.map(async (app) => {
      const metrics = await readMetrics(system.adminUrl(app));
      return [app, { ...(await system.probe(app)), cacheBytes: metrics.sum('bff_cache_memory_bytes') }] as const;
    }),
  );
  return Object.fromEntries(readings) as Leftovers;
}

/** What a process holds beyond what it held, and beyond what its cache keeps. */
export function compareLeftovers(app: Bff, now: Leftover, before: Leftover): readonly Violation[] {
  const above = (check: Violation['check'], what: string, got: number, most: number): readonly Violation[] =>
    got <= most ? [] : [{ check, where: app, expected: `at most ${most} ${what}`, got: String(got) }];
  const allowedBytes = now.cacheBytes - before.cacheBytes + HEAP_NOISE_BYTES;
  const inMib = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);
  return [
    ...above('connections', 'connections', socketsOf(now), socketsOf(before)),
    ...above('leftovers', 'timers', timersOf(now), timersOf(before) + SPARE_TIMERS),
    ...above('leftovers', 'listeners', now.listeners, before.listeners + SPARE_LISTENERS),
    ...above('memory', 'MiB', inMib(memoryOf(now)), inMib(memoryOf(before) + allowedBytes)),
    ...above('crashes', 'unhandled rejections', now.unhandledRejections, 0),
    ...now.warnings.map((got): Violation => ({ check: 'crashes', where: app, expected: 'no warning', got })),
  ];
}

const socketsOf = ({ resources }: ProbeReading): number => resources['TCPSocketWrap'] ?? 0;
const timersOf = ({ resources }: ProbeReading): number => resources['Timeout'] ?? 0;
const memoryOf = ({ heapUsed, arrayBuffers }: ProbeReading): number => heapUsed + arrayBuffers;
