import { type LightAnswer, LightClient } from '../../../src/load/light-client.ts';
import { bffs } from '../../../src/reliability/fault-matrix/pages/page-spec.ts';
import { type Reading, growthPerMinute } from '../../../src/reliability/soak/trend.ts';
import type { AtRestOptions } from '../at-rest-table.ts';
import { orderPageOf } from './order-page-request.ts';
import { type WatchedBff, startWatchedBff } from './watched-bff.ts';

const CLIENTS = 16;
const SAMPLES = 20;

/** What one BFF holds, in bytes. */
export interface MemoryFigures {
  readonly app: string;
  /** What ran: what `npm run build` made, or the sources. */
  readonly built: boolean;
  readonly requests: number;
  /** Those of them that were not answered with a whole page. */
  readonly notWhole: number;
  readonly perSecond: number;
  readonly atRest: { readonly resident: number; readonly heap: number };
  /** Resident after each twentieth of the requests. */
  readonly samples: readonly number[];
  readonly heapAfter: number;
  /** By how much resident memory grows with 100,000 requests, over the second half of them. */
  readonly growth: number;
}

/** Has each BFF answer its order page again and again, for clients that wait for their answers. */
export async function measureMemory({
  progress,
  requests = 1_000_000,
}: AtRestOptions): Promise<readonly MemoryFigures[]> {
  const measured: MemoryFigures[] = [];
  for (const app of bffs) {
    const bff = await startWatchedBff(app);
    try {
      measured.push(await watch(app, bff, requests, progress));
    } finally {
      await bff.close();
    }
  }
  return measured;
}

async function watch(
  app: string,
  bff: WatchedBff,
  requests: number,
  progress: AtRestOptions['progress'],
): Promise<MemoryFigures> {
  const atRest = { resident: (await bff.holds('now')).rss, heap: (await bff.holds('after-collection')).heapUsed };
  const client = await LightClient.open(bff.port, CLIENTS);
  const startedAtMs = performance.now();
  const readings: Reading[] = [];
  let [sent, notWhole] = [0, 0];
  const one = async (until: number): Promise<void> => {
    while (sent < until) {
      const request = orderPageOf(app, sent, bff.tokens);
      sent += 1;
      if (!isWhole(await client.send(request, 0))) notWhole += 1;
    }
  };
  for (let sample = 1; sample <= SAMPLES; sample += 1) {
    const until = Math.round((requests * sample) / SAMPLES);
    await Promise.all(Array.from({ length: CLIENTS }, () => one(until)));
    readings.push({ atMs: performance.now(), value: (await bff.holds('now')).rss });
    progress(`${app}: ${sent} requests, ${Math.round((readings.at(-1)?.value ?? 0) / 2 ** 20)} MB`);
  }
  client.close();
  const tookMs = performance.now() - startedAtMs;
  return {
    app,
    built: bff.built,
    requests,
    notWhole,
    perSecond: (requests * 1000) / tookMs,
    atRest,
    samples: readings.map(({ value }) => value),
    heapAfter: (await bff.holds('after-collection')).heapUsed,
    growth: growthPer100k(readings.slice(SAMPLES / 2), requests / SAMPLES),
  };
}

/** The client knows a whole page by a header that GraphQL writes in small letters; what is missing from a page has a code. */
const isWhole = ({ kind, code }: LightAnswer): boolean =>
  kind === 'whole' || (kind === 'partial' && code === undefined);

/** Readings are so many requests apart. */
function growthPer100k(readings: readonly Reading[], requestsBetween: number): number {
  const minutes = ((readings.at(-1)?.atMs ?? 0) - (readings[0]?.atMs ?? 0)) / 60_000;
  return (growthPerMinute(readings) * minutes * 100_000) / (requestsBetween * (readings.length - 1));
}
