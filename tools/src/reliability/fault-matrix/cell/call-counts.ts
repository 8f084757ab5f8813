import { readMetrics } from '../../../running/metrics-reading.ts';
import { type ServiceName, type WholeSystem, serviceNames } from '../../../running/whole-system.ts';
import { type Bff, bffs } from '../pages/page-spec.ts';

/** Of the development's issuer, which the user mock also is. */
const notOfPages = /token|jwks/;

/** How many calls there were until one moment, by two who counted apart. */
export interface CallCounts {
  /** Attempts of a BFF at a service, by its own metrics. */
  readonly attempts: Readonly<Record<Bff, Readonly<Record<ServiceName, number>>>>;
  /** Requests that a service has read, by its metrics. */
  readonly arrived: Readonly<Record<ServiceName, number>>;
}

export async function countCalls(system: WholeSystem): Promise<CallCounts> {
  const attempts = await Promise.all(
    bffs.map(async (app) => {
      const metrics = await readMetrics(system.adminUrl(app));
      const by = metrics.by('service', 'bff_downstream_attempt_duration_seconds_count');
      return [app, forEachService((service) => by[service] ?? 0)] as const;
    }),
  );
  const arrived = await Promise.all(
    serviceNames.map(async (service) => {
      const metrics = await readMetrics(system.adminUrl(`${service}-service`));
      const byRoute = Object.entries(metrics.by('http_route', 'http_server_request_duration_seconds_count'));
      const count = byRoute.reduce((sum, [route, value]) => (notOfPages.test(route) ? sum : sum + value), 0);
      return [service, count] as const;
    }),
  );
  return {
    attempts: Object.fromEntries(attempts) as CallCounts['attempts'],
    arrived: Object.fromEntries(arrived) as CallCounts['arrived'],
  };
}

const forEachService = (count: (service: ServiceName) => number): Record<ServiceName, number> => ({
  order: count('order'),
  user: count('user'),
  payment: count('payment'),
  inventory: count('inventory'),
});
