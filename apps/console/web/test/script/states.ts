import type { AppState, CallEdge, Circuit, ConsoleState } from '../../../src/wire/index.ts';
import { knobs } from './knobs.ts';
import { pagesOf } from './page-reports.ts';
import { newestOf } from './histories.ts';

/** The frames that tests show. All times are told from `now`, ms since the Unix epoch. */
export const services = ['order', 'user', 'payment', 'inventory'] as const;
export const bffs = ['mobile-bff', 'web-bff', 'graphql-bff'] as const;

export type Service = (typeof services)[number];

export const ago = (now: number, ms: number): string => new Date(now - ms).toISOString();

const quiet = { ratePerSecond: 0, errorShare: 0, p50Ms: null, p95Ms: null, p99Ms: null };

const latencies: Readonly<Record<Service, number>> = { order: 18, user: 12, payment: 64, inventory: 22 };

function call(service: Service, times: number): CallEdge {
  const p50Ms = latencies[service];
  return {
    service,
    ratePerSecond: 6.2 * times,
    errorShare: 0.002,
    p50Ms,
    p95Ms: p50Ms * 2.1,
    p99Ms: p50Ms * 3.4,
    outcomes: { ok: 6.19 * times, DOWNSTREAM_UNAVAILABLE: 0.01 },
    rejectedPerSecond: 0,
    breaker: 'closed',
    inFlight: 1,
    inFlightLimit: 64,
    retriesLeft: 10,
  };
}

export const closed = (now: number, service: string): Circuit => ({
  service,
  state: 'closed',
  since: ago(now, 7_500_000),
  counts: { calls: 124, failures: 1, slow: 0, consecutiveFailures: 0 },
  openUntil: null,
  lastFailure: { code: 'DOWNSTREAM_UNAVAILABLE', at: ago(now, 340_000) },
  inFlight: 1,
  retriesLeft: 10,
  rateLimitedForMs: 0,
  lastAct: null,
});

function bff(now: number, app: string, index: number): AppState {
  return {
    ...process(now, app, 9001 + index),
    kind: 'bff',
    team: ['mobile', 'web', 'frontend'][index] ?? 'web',
    traffic: { ratePerSecond: 12.4 / (index + 1), errorShare: 0, p50Ms: 71, p95Ms: 162, p99Ms: 228 },
    calls: services.map((service) => call(service, 2 / (index + 1))),
    circuits: services.map((service) => closed(now, service)),
    replicas: 'connected',
    settings: { file: `config/${app}.yaml`, loadedAt: ago(now, 7_500_000), refused: null, knobs: knobs(now) },
    pages: pagesOf(now, app, false),
    cache: {
      memory: { entries: 1204, bytes: 3_812_000, maxBytes: 16_777_216 },
      flights: 1,
      redis: { connected: true, lookupsInFlight: 0, writesInFlight: 0, skippedNodes: [] },
    },
  };
}

const process = (now: number, app: string, port: number): AppState => ({
  app,
  kind: 'service',
  service: null,
  team: 'platform',
  adminUrl: `http://127.0.0.1:${port}`,
  replica: 0,
  status: 'ready',
  since: ago(now, 7_500_000),
  problem: null,
  readiness: { ready: 'ok' },
  traffic: quiet,
  calls: [],
  circuits: [],
  replicas: null,
  settings: null,
  pages: null,
  cache: null,
  faults: [],
});

const service = (now: number, name: Service, index: number): AppState => ({
  ...process(now, `${name}-service`, 9101 + index),
  service: name,
  traffic: {
    ratePerSecond: 22.8,
    errorShare: 0.002,
    p50Ms: latencies[name],
    p95Ms: latencies[name] * 2,
    p99Ms: latencies[name] * 3,
  },
});

/** All is well. */
export function wellState(now: number): ConsoleState {
  return {
    at: new Date(now).toISOString(),
    production: false,
    apps: [
      ...bffs.map((app, index) => bff(now, app, index)),
      ...services.map((name, index) => service(now, name, index)),
    ],
    redis: { status: 'connected', byApp: bffs.map((app) => ({ app, replica: 0, status: 'connected' as const })) },
    load: null,
    newest: newestOf(now, 0),
  };
}

/** A state in which some apps differ. */
export const withApps = (state: ConsoleState, change: (app: AppState) => AppState): ConsoleState => ({
  ...state,
  apps: state.apps.map(change),
});
