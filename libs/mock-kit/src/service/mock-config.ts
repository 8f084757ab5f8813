import { type ConfigOf, durationMs, host, integer, logLevel, optional, port, text } from '@bff/service-shell';
import { defaultSeed } from '../data/data-set-size.ts';

/** What differs between the mock services. */
export interface MockDefaults {
  readonly port: number;
  readonly adminPort: number;
  readonly latencyMedianMs: number;
}

/** The environment that every mock service understands. */
export const mockConfigSchema = (defaults: MockDefaults) => ({
  port: port({ env: 'PORT', default: defaults.port, doc: 'port of the service' }),
  adminPort: port({ env: 'ADMIN_PORT', default: defaults.adminPort, doc: 'port for health, metrics and faults' }),
  host: host({ env: 'HOST', default: '127.0.0.1', doc: 'address that the service listens on' }),
  adminHost: host({ env: 'ADMIN_HOST', default: '127.0.0.1', doc: 'address that the admin port listens on' }),
  logLevel: logLevel(),
  seed: integer({
    env: 'MOCK_SEED',
    default: defaultSeed,
    min: 0,
    max: 4_294_967_295,
    doc: 'what the data and latencies grow from; give all four services the same one',
  }),
  dataDir: optional(
    text({ env: 'MOCK_DATA_DIR', doc: 'directory of NDJSON files to serve instead of generated data' }),
  ),
  latencyMedianMs: durationMs({
    env: 'MOCK_LATENCY_MEDIAN_MS',
    default: defaults.latencyMedianMs,
    max: 60_000,
    doc: 'median of the log-normal latency, in ms; 0 switches it off',
  }),
});

export type MockConfig = ConfigOf<ReturnType<typeof mockConfigSchema>>;
