import type { Circuit } from '../src/wire/index.ts';
import { type FakeAnswer, type FakeTarget, startFakeTarget } from './fake-target.ts';

const since = '2026-01-01T00:00:00.000Z';

export const aCircuit = (different: Partial<Circuit> = {}): Circuit => ({
  service: 'payment',
  state: 'closed',
  since,
  counts: { calls: 40, failures: 1, slow: 0, consecutiveFailures: 0 },
  openUntil: null,
  lastFailure: null,
  inFlight: 0,
  retriesLeft: 5,
  rateLimitedForMs: 0,
  lastAct: null,
  ...different,
});

export const someCircuits = (replicas: 'alone' | 'connected' | 'cut-off', ...circuits: Circuit[]) => ({
  app: 'web-bff',
  replicas,
  circuits: circuits.length > 0 ? circuits : [aCircuit()],
});

/** So many requests with a 200 and so many with a 503, of a process that started then. */
export const someMetrics = ({ ok = 0, failed = 0, startedAt = 1 } = {}) => `# TYPE up gauge
process_start_time_seconds ${startedAt}
http_server_request_duration_seconds_count{http_response_status_code="200"} ${ok}
http_server_request_duration_seconds_count{http_response_status_code="503"} ${failed}
http_server_request_duration_seconds_bucket{http_response_status_code="200",le="0.1"} ${ok}
http_server_request_duration_seconds_bucket{http_response_status_code="200",le="+Inf"} ${ok}
`;

const healthy = {
  '/livez': { status: 'live' },
  '/readyz': { status: 'ready', checks: { accepting: 'ok' } },
  '/metrics': someMetrics(),
};

/** A BFF that is well, without Redis. */
export const startFakeBff = (answers: Readonly<Record<string, FakeAnswer>> = {}): Promise<FakeTarget> =>
  startFakeTarget({
    ...healthy,
    '/circuits': someCircuits('alone'),
    '/circuits/acts': { acts: [] },
    '/settings/acts': { acts: [] },
    '/settings': { file: 'config/web-bff.yaml', loadedAt: since, refused: null, knobs: [] },
    '/pages': { app: 'web-bff', windowMs: 60_000, pages: [], recent: [] },
    '/cache': { memory: { entries: 0, bytes: 0, maxBytes: 1 }, flights: 0, redis: null },
    ...answers,
  });

export const startFakeService = (answers: Readonly<Record<string, FakeAnswer>> = {}): Promise<FakeTarget> =>
  startFakeTarget({ ...healthy, '/faults': { faults: [] }, ...answers });
