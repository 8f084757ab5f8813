import { type SectionCache, type ValueCache, createCache } from '@bff/cache';
import { type Clock, systemClock } from '@bff/clock';
import {
  type ServiceConnections,
  createPolicies,
  createServices,
  observeServices,
  serviceNames,
} from '@bff/downstream-clients';
import { type FlightRecorder, createFlightRecorder } from '@bff/flight-recorder';
import { type TokenVerifier, createTokenVerifier } from '@bff/identity';
import type { LiveSettings } from '@bff/live-settings';
import { type Logger, type Metrics, type PageRecording, createLogger, createMetrics } from '@bff/observability';
import { type Operator, createOperator } from '@bff/operator';
import type { CloseHook, ReadinessCheck } from '@bff/service-shell';
import { openTracing } from '@bff/tracing';
import type { BffConfig } from './bff-config.ts';
import { observeCache } from './observe-cache.ts';
import { countPages } from './observe-pages.ts';
import type { Settings } from './settings.ts';

/** Less than what the shell gives to what is closed last: a collector that hangs is given up here, with what was lost. */
const TRACING_CLOSE_MS = 150;

export interface PartsOptions {
  /** The app's name: in logs, metrics, the cache's keys, and what the services see as its user agent. */
  readonly app: string;
  /** Changed whenever the shape of a kept value changes, so that a new version does not read what an old one wrote. */
  readonly cacheSchema: string;
  /** What a test or a measurement puts in place of the real thing. */
  readonly overrides?: {
    readonly clock?: Clock;
    readonly logger?: Logger;
    readonly metrics?: Metrics;
  };
}

/** The parts that every BFF is put together from. */
export interface BffParts {
  readonly app: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly verifier: TokenVerifier;
  readonly services: ServiceConnections;
  /** Who is told of each page, its sections and calls as they end. */
  readonly recording: PageRecording;
  /** What it remembers of the last minutes, for the admin port. */
  readonly recorder: FlightRecorder;
  readonly cache: SectionCache & ValueCache;
  readonly settings: LiveSettings<Settings>;
  /** What an operator may do on the admin port. */
  readonly operator: Operator;
  readonly readiness: Readonly<Record<string, ReadinessCheck>>;
  /** Ends what the parts hold open; run after the last request. */
  readonly onClose: readonly CloseHook[];
}

/**
 * Makes the parts of a BFF, with one set of policies for each service. Begins to fetch the identity keys. Traces are as the
 * `OTEL_*` variables have it.
 */
export async function createParts(
  config: BffConfig,
  settings: LiveSettings<Settings>,
  options: PartsOptions,
): Promise<BffParts> {
  const { app, cacheSchema, overrides = {} } = options;
  const clock = overrides.clock ?? systemClock;
  const logger = overrides.logger ?? createLogger({ app, level: config.logLevel });
  const metrics = overrides.metrics ?? createMetrics({ app });
  settings.onReload(({ result }) => metrics.settings.reloaded(result));
  const tracing = await openTracing({
    app,
    env: process.env,
    clock,
    logger,
    closeMs: TRACING_CLOSE_MS,
  });
  const recorder = createFlightRecorder({
    app,
    clock,
    services: serviceNames,
    limits: (service) => settings.current().services[service],
  });
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
    recording: {
      listeners: [countPages(metrics), recorder.listener, ...(tracing ? [tracing.listener] : [])],
      ...(tracing && { isSampled: (trace) => tracing.isSampled(trace) }),
    },
    recorder,
    cache,
    settings,
    operator,
    // Not Redis: a BFF does its work without it.
    readiness: { identityKeys: () => verifier.ready() },
    onClose: [
      () => services.close(),
      () => tracing?.close(),
      () => verifier.close(),
      () => cache.close(),
      () => settings.close(),
      () => operator.close(),
    ],
  };
}
