import {
  type LogLine,
  type LogSink,
  type Metrics,
  createLogSink,
  createLogger,
  createMetrics,
} from '@bff/observability';
import { type AppOptions, type RunningServer, type ServeOptions, createApp, serve } from '../src/index.ts';

/** A shell with the routes of one test, on free ports. */
export interface TestShell extends RunningServer {
  readonly port: number;
  readonly sink: LogSink;
  readonly metrics: Metrics;
  /** The access lines so far. */
  accessLines(): readonly LogLine[];
}

type ShellOptions = Partial<AppOptions> & { serve?: Partial<ServeOptions> };

const running = new Set<RunningServer>();

export async function startShell(routes: AppOptions['routes'], options: ShellOptions = {}): Promise<TestShell> {
  const { serve: serveOptions, ...appOptions } = options;
  const sink = createLogSink();
  const logger = createLogger({ app: 'test-app', destination: sink });
  const metrics = createMetrics({ app: 'test-app', processMetrics: false });
  const app = createApp({ name: 'test-app', logger, metrics, routes, ...appOptions });
  const server = await serve({
    app,
    port: 0,
    adminPort: 0,
    limits: { timeoutCheckMs: 20 },
    shutdown: { drainMs: 200, abortMs: 50 },
    ...serveOptions,
  });
  running.add(server);
  return {
    ...server,
    port: Number(new URL(server.url).port),
    sink,
    metrics,
    accessLines: () => sink.lines().filter((line) => line['msg'] === 'request'),
  };
}

/** For `afterEach`: stops every shell of the test. */
export async function stopShells(): Promise<void> {
  const all = [...running];
  running.clear();
  await Promise.all(all.map((shell) => shell.close()));
}

/** Waits until `condition` holds, at most two seconds. */
export async function until(condition: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > giveUpAt) throw new Error('it never came true');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
