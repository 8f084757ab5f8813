import { type LogLine, createLogSink, createLogger } from '@bff/observability';
import { VirtualClock } from '@bff/testing';
import { type Tracing, openTracing } from '../src/index.ts';
import { type Collector, startCollector } from './collector.ts';

export interface Traced extends Tracing {
  readonly collector: Collector;
  readonly clock: VirtualClock;
  readonly warnings: () => readonly LogLine[];
  readonly lines: () => readonly LogLine[];
  readonly text: () => string;
}

const open = new Set<Collector>();

/** For `afterEach`. */
export async function stopCollectors(): Promise<void> {
  await Promise.all([...open].map((collector) => collector.close()));
  open.clear();
}

/** Tracing that sends to a collector of its own. `env` is what stands in the environment besides its address. */
export async function startTraced(env: Readonly<Record<string, string>> = {}): Promise<Traced> {
  const collector = await startCollector();
  open.add(collector);
  const clock = new VirtualClock();
  const sink = createLogSink();
  const logger = createLogger({ app: 'web-bff', level: 'debug', destination: sink, clock });
  const variables = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, ...env };
  const tracing = await openTracing({ app: 'web-bff', env: variables, clock, logger });
  if (tracing === undefined) throw new Error(`tracing is off: ${sink.text()}`);
  const warnings = () => sink.lines().filter(({ level }) => level === 'warn');
  return { ...tracing, collector, clock, warnings, lines: () => sink.lines(), text: () => sink.text() };
}
