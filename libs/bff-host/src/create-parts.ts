import { type SectionCache, type ValueCache, createCache } from '@bff/cache';
import { type Clock, systemClock } from '@bff/clock';
import { type ServiceConnections, createPolicies, createServices, observeServices } from '@bff/downstream-clients';
import { type TokenVerifier, createTokenVerifier } from '@bff/identity';
import type { LiveSettings } from '@bff/live-settings';
import { type Logger, type Metrics, type PageListener, createLogger, createMetrics } from '@bff/observability';
import { type Operator, createOperator } from '@bff/operator';
import type { CloseHook, ReadinessCheck } from '@bff/service-shell';
import type { BffConfig } from './bff-config.ts';
import { observeCache } from './observe-cache.ts';
import { countPages } from './observe-pages.ts';
import type { Settings } from './settings.ts';

export interface PartsOptions {
  /** The app's name: in logs, metrics, the cache's keys, and what the services see as its user agent. */
  readonly app: string;
  /** Changed whenever the shape of a kept value changes, so that a new version does not read what an old one wrote. */
  readonly cacheSchema: string;
  /** What a test or a measurement puts in place of the real thing. */
  readonly overrides?: { readonly clock?: Clock; readonly logger?: Logger; readonly metrics?: Metrics };
}

/** The parts that every BFF is put together from. */
export interface BffParts {
  readonly app: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly verifier: TokenVerifier;
  readonly services: ServiceConnections;
  /** Told of each page, its sections and calls as they end. */
  readonly pageListeners: readonly PageListener[];
  readonly cache: SectionCache & ValueCache;
  readonly settings: LiveSettings<Settings>;
  /** What an operator may do on the admin port. */
  readonly operator: Operator;
  readonly readiness: Readonly<Record<string, ReadinessCheck>>;
  /** Ends what the parts hold open; run after the last request. */
  readonly onClose: readonly CloseHook[];
}

/** Makes the parts of a BFF, with one set of policies for each service. Begins to fetch the identity keys. */
export function createParts(config: BffConfig, settings: LiveSettings<Settings>, options: PartsOptions): BffParts {
  const { app, cacheSchema, overrides = {} } = options;
  const clock = overrides.clock ?? systemClock;
  const logger = overrides.logger ?? createLogger({ app, level: config.logLevel });
  const metrics = overrides.metrics ?? createMetrics({ app });
  settings.onReload(({ result }) => metrics.settings.reloaded(result));
  const observer = observeServices(metrics, logger);
  const policies = createPolicies({ limits: () => settings.current().services, clock, observer, metrics });
  const services = createServices({
    urls: { order: config.orderUrl, user: config.userUrl, payment: config.paymentUrl, inventory: config.inventoryUrl },
    policies,
    clock,
    app,
  });
  const verifier = createTokenVerifier({
    issuer: config.authIssuer,
    audience: config.authAudience,
    jwksUrl: config.authJwksUrl,
    clock,
    logger,
  });
  const cache = createCache({
    namespace: app,
    schemaVersion: cacheSchema,
    clock,
    logger,
    observer: observeCache(metrics, logger),
    memory: { maxBytes: config.cacheMemoryMb * 1024 * 1024 },
    ...(config.redis && { redis: config.redis }),
  });
  metrics.cache.watchMemory(() => cache.snapshot().memory);
  const operator = createOperator({
    app,
    policies: Object.values(policies),
    verifier,
    clock,
    logger,
    metrics: metrics.operator,
    redis: config.redis,
  });
  return {
    app,
    clock,
    logger,
    metrics,
    verifier,
    services,
    pageListeners: [countPages(metrics)],
    cache,
    settings,
    operator,
    // Not Redis: a BFF does its work without it.
    readiness: { identityKeys: () => verifier.ready() },
    onClose: [
      () => services.close(),
      () => verifier.close(),
      () => cache.close(),
      () => settings.close(),
      () => operator.close(),
    ],
  };
}
