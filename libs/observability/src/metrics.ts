import { Registry, collectDefaultMetrics } from 'prom-client';
import { type CacheMetrics, createCacheMetrics } from './cache-metrics.ts';
import { type DownstreamMetrics, createDownstreamMetrics } from './downstream-metrics.ts';
import { type HttpMetrics, createHttpMetrics } from './http-metrics.ts';
import { type OperatorMetrics, createOperatorMetrics } from './operator-metrics.ts';
import { type PageMetrics, createPageMetrics } from './page-metrics.ts';
import { type PolicyMetrics, createPolicyMetrics } from './policy-metrics.ts';
import { type ReadinessMetrics, createReadinessMetrics } from './readiness-metrics.ts';
import { type SettingsMetrics, createSettingsMetrics } from './settings-metrics.ts';

/** Every instrument of one app, in a registry of its own, so that two apps in one process do not mix. */
export interface Metrics {
  /** To register an instrument of the app's own. */
  readonly registry: Registry;
  readonly http: HttpMetrics;
  readonly downstream: DownstreamMetrics;
  readonly pages: PageMetrics;
  readonly cache: CacheMetrics;
  readonly settings: SettingsMetrics;
  readonly policies: PolicyMetrics;
  readonly operator: OperatorMetrics;
  readonly readiness: ReadinessMetrics;
  /** The Prometheus text exposition, and its content type. */
  render(): Promise<{ contentType: string; text: string }>;
}

export interface MetricsOptions {
  /** Added as the label `app` to every series. */
  app: string;
  /** CPU, memory, event loop lag and garbage collection of this process. Default true. */
  processMetrics?: boolean;
}

export function createMetrics({ app, processMetrics = true }: MetricsOptions): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ app });
  if (processMetrics) collectDefaultMetrics({ register: registry });
  return {
    registry,
    http: createHttpMetrics(registry),
    downstream: createDownstreamMetrics(registry),
    pages: createPageMetrics(registry),
    cache: createCacheMetrics(registry),
    settings: createSettingsMetrics(registry),
    policies: createPolicyMetrics(registry),
    operator: createOperatorMetrics(registry),
    readiness: createReadinessMetrics(registry),
    render: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}
