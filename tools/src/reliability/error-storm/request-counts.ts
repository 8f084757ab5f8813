import { readMetrics } from '../../running/metrics-reading.ts';
import { type ServiceName, type WholeSystem, serviceNames } from '../../running/whole-system.ts';
import { pause } from '../pause.ts';
import { repeat } from '../repeat.ts';

/** What each service had counted at one moment: between when it was asked and when it had answered. */
export interface CountsAt {
  readonly askedAtMs: number;
  readonly answeredAtMs: number;
  readonly requests: Readonly<Record<ServiceName, number>>;
}

const EVERY_MS = 250;

/** Reads the services' own counters again and again until told to stop. Resolves when it has done so once. */
export async function watchCounts(system: WholeSystem): Promise<{ stop(): Promise<readonly CountsAt[]> }> {
  const counts: CountsAt[] = [await countsNow(system)];
  const watching = repeat(async () => {
    await pause(EVERY_MS);
    counts.push(await countsNow(system));
  });
  return {
    async stop() {
      await watching.stop();
      return counts;
    },
  };
}

/** The routes of the user service as the issuer of tokens: no BFF's pages ask for them. */
const issuerRoutes = ['/token', '/.well-known/jwks.json', 'unmatched'];

async function countsNow(system: WholeSystem): Promise<CountsAt> {
  const askedAtMs = performance.now();
  const counted = await Promise.all(
    serviceNames.map(async (service) => {
      const metrics = await readMetrics(system.adminUrl(`${service}-service`));
      const byRoute = metrics.by('http_route', 'http_server_request_duration_seconds_count');
      const ours = Object.entries(byRoute).filter(([route]) => !issuerRoutes.includes(route));
      return [service, ours.reduce((sum, [, count]) => sum + count, 0)] as const;
    }),
  );
  const requests = Object.fromEntries(counted) as Record<ServiceName, number>;
  return { askedAtMs, answeredAtMs: performance.now(), requests };
}
