import type { Clock } from '@bff/clock';
import type { Logger, PageListener, TraceContext } from '@bff/observability';
import { loadSdk } from './load-sdk.ts';
import type { Environment } from './settings/otel-environment.ts';
import { readTracingSettings } from './settings/tracing-settings.ts';
import { startTracing } from './start-tracing.ts';

export interface TracingOptions {
  /** The app's name: `service.name` of its spans, unless the environment says otherwise. */
  readonly app: string;
  /** Where the `OTEL_*` variables are. TLS files are read from the process's own environment, whatever is given here. */
  readonly env: Environment;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The longest that `close` takes, in ms. Default 2,000. */
  readonly closeMs?: number;
}

export interface Tracing {
  /** Makes spans of what it is told, and puts them in the queue. Never throws and never waits. */
  readonly listener: PageListener;
  /**
   * Whether the spans of this trace are sent. To be asked for each request before anything is done for it, so that the flag
   * that the services are sent says what the listener does: without it they hear of a sampled trace whose page is missing.
   */
  isSampled(trace: TraceContext): boolean;
  /** Sends what is in the queue, and gives up after `closeMs`. Never rejects; again gives the same promise. */
  close(): Promise<void>;
}

/**
 * Tracing as the `OTEL_*` variables have it, or undefined when they do not switch it on: no OpenTelemetry package is loaded
 * then. Never throws for what a variable says: one that cannot be used is a warning.
 */
export async function openTracing(options: TracingOptions): Promise<Tracing | undefined> {
  const { app, env, logger } = options;
  const { settings, problems } = readTracingSettings(env, app);
  for (const problem of problems) logger.warn(problem, 'a tracing variable cannot be used');
  return settings && startTracing(await loadSdk(), settings, options);
}
