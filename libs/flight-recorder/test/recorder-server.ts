import { createLogSink, createLogger, createMetrics } from '@bff/observability';
import { type ServiceLimits, defaultServiceLimits } from '@bff/resilience';
import { createApp, serve } from '@bff/service-shell';
import { VirtualClock } from '@bff/testing';
import { type FlightRecorder, createFlightRecorder } from '../src/index.ts';

/** A BFF that has nothing but an admin port and a flight recorder. */
export interface RecorderServer {
  readonly recorder: FlightRecorder;
  readonly clock: VirtualClock;
  setLimits(limits: ServiceLimits): void;
  get(path: string): Promise<unknown>;
  /** POST of JSON. */
  post(path: string, body: unknown): Promise<{ readonly status: number; readonly body: unknown }>;
  close(): Promise<void>;
}

export async function startRecorderServer(): Promise<RecorderServer> {
  const clock = new VirtualClock();
  let limits = defaultServiceLimits;
  const recorder = createFlightRecorder({
    app: 'test-bff',
    clock,
    services: ['order', 'payment'],
    limits: () => limits,
  });
  const logger = createLogger({ app: 'test-bff', destination: createLogSink() });
  const metrics = createMetrics({ app: 'test-bff', processMetrics: false });
  const app = createApp({ name: 'test-bff', logger, metrics, clock, routes: () => {} });
  const server = await serve({ app, port: 0, adminPort: 0, adminRoutes: recorder.routes });
  return {
    recorder,
    clock,
    setLimits: (next) => (limits = next),
    get: async (path) => (await fetch(server.adminUrl + path)).json(),
    async post(path, body) {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(server.adminUrl + path, { method: 'POST', headers, body: JSON.stringify(body) });
      return { status: response.status, body: await response.json() };
    },
    async close() {
      const closed = server.close();
      await clock.advanceBy(server.longestCloseMs);
      await closed;
    },
  };
}
