import type { AppState, ConsoleState } from '../../../src/wire/index.ts';
import { newestOf } from './histories.ts';
import { pagesOf } from './page-reports.ts';
import { ago, closed, wellState, withApps } from './states.ts';

/** Payment hangs: the circuits of mobile-bff and web-bff are open, that of graphql-bff probes, and order pages are partial. */
export function paymentHangs(now: number): ConsoleState {
  const state = withApps(wellState(now), (app) => {
    if (app.app === 'payment-service') {
      return {
        ...app,
        faults: [{ ...hang, setAt: ago(now, 16_000) }],
        traffic: { ratePerSecond: 2, errorShare: 0, p50Ms: null, p95Ms: null, p99Ms: null },
      };
    }
    return app.kind === 'bff' ? openFor(now, app, 'payment') : app;
  });
  return { ...state, newest: newestOf(now, 0.41) };
}

const hang = {
  id: 'flt_1',
  kind: 'hang',
  route: 'all',
  options: { probability: 1 },
  setAt: '',
  expiresAt: null,
  timesFired: 48,
  held: 3,
};

function openFor(now: number, app: AppState, service: string): AppState {
  const isProbing = app.app === 'graphql-bff';
  const state = isProbing ? ('half-open' as const) : ('open' as const);
  return {
    ...app,
    pages: pagesOf(now, app.app, true),
    circuits: app.circuits.map((circuit) =>
      circuit.service === service
        ? {
            ...closed(now, service),
            state,
            since: ago(now, isProbing ? 1_000 : app.app === 'web-bff' ? 11_000 : 12_000),
            counts: { calls: 0, failures: 0, slow: 0, consecutiveFailures: 0 },
            openUntil: isProbing ? null : new Date(now + 3_400).toISOString(),
            lastFailure: { code: 'DOWNSTREAM_TIMEOUT', at: ago(now, 12_100) },
          }
        : circuit,
    ),
    calls: app.calls.map((call) =>
      call.service === service
        ? {
            ...call,
            breaker: state,
            ratePerSecond: isProbing ? 0.6 : 0,
            errorShare: isProbing ? 1 : 0,
            p50Ms: isProbing ? 500 : null,
            p95Ms: isProbing ? 500 : null,
            p99Ms: isProbing ? 500 : null,
            outcomes: isProbing ? { DOWNSTREAM_TIMEOUT: 0.6 } : {},
            rejectedPerSecond: 5.8,
          }
        : call,
    ),
  };
}

const gone = (app: AppState, now: number, since: number): AppState => ({
  ...app,
  status: 'dead',
  since: ago(now, since),
  problem: 'nobody listens on its admin port',
  traffic: null,
  calls: [],
});

/** One process is dead. */
export function deadApp(now: number, name: string): ConsoleState {
  const state = withApps(wellState(now), (app) => (app.app === name ? gone(app, now, 14_000) : app));
  const { redis } = state;
  return { ...state, redis: redis && { ...redis, byApp: redis.byApp.filter(({ app }) => app !== name) } };
}

/** The payment service is dead, and the circuits are open for it. */
export const deadPayment = (now: number): ConsoleState =>
  withApps(paymentHangs(now), (app) => (app.app === 'payment-service' ? gone(app, now, 14_000) : app));

/** Everything that the console watches was stopped. */
export const allDead = (now: number): ConsoleState => {
  const state = withApps(wellState(now), (app) => gone(app, now, 31_000));
  return { ...state, redis: state.redis && { ...state.redis, byApp: [] } };
};

/** Payment is isolated by a person, Redis is gone, a settings file is refused, and web-bff has two replicas, one of them not ready. */
export function manyTroubles(now: number): ConsoleState {
  const state = paymentHangs(now);
  const apps = state.apps.flatMap((app): AppState[] => {
    if (app.app === 'mobile-bff') return [isolated(app, now)];
    if (app.app !== 'web-bff') return [app];
    const second = {
      ...app,
      replica: 1,
      adminUrl: 'http://127.0.0.1:9012',
      status: 'not-ready' as const,
      readiness: { settings: 'ok', issuer: 'no keys yet' },
    };
    return [app, { ...second, circuits: app.circuits.map(({ service }) => closed(now, service)) }];
  });
  return {
    ...state,
    apps,
    redis: {
      status: 'unreachable',
      byApp: ['mobile-bff', 'web-bff', 'graphql-bff'].map((app) => ({
        app,
        replica: 0,
        status: 'unreachable' as const,
      })),
    },
  };
}

function isolated(app: AppState, now: number): AppState {
  const lastAct = {
    act: 'isolate' as const,
    by: 'usr_0042',
    reason: 'ledger repair',
    at: ago(now, 95_000),
    shared: false,
  };
  const { settings } = app;
  return {
    ...app,
    settings: settings && {
      ...settings,
      refused: {
        at: ago(now, 40_000),
        problems: ['config/mobile-bff.yaml:14: services.order.attemptMs must be at least 1'],
      },
    },
    circuits: app.circuits.map((circuit) =>
      circuit.service === 'payment'
        ? { ...circuit, state: 'isolated', since: ago(now, 95_000), openUntil: null, lastAct }
        : circuit,
    ),
  };
}
