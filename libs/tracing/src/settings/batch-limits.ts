import type { OtelEnvironment } from './otel-environment.ts';

/** How spans wait for the collector. */
export interface BatchLimits {
  /** Spans that may wait; what comes on top is lost. Default 2,048. */
  readonly maxQueued: number;
  /** Spans in one request. Default 512. */
  readonly maxBatch: number;
  /** How long a span waits for others, in ms. Default 5,000. */
  readonly delayMs: number;
  /** How long a batch may take before the next is begun, in ms. Default 30,000. */
  readonly timeoutMs: number;
}

const longestMs = 600_000;

/** 100,000 spans are some 60 MB. */
const mostSpans = 100_000;

/** `OTEL_BSP_*`: the SDK's processor of version 3 reads no variables itself. */
export function readBatchLimits(env: OtelEnvironment): BatchLimits {
  const spans = (name: string, otherwise: number) =>
    env.number([name], { least: 1, most: mostSpans, whole: true, otherwise });
  const ms = (name: string, otherwise: number) =>
    env.number([name], { least: 1, most: longestMs, whole: false, otherwise });
  const maxQueued = spans('OTEL_BSP_MAX_QUEUE_SIZE', 2048);
  const asked = spans('OTEL_BSP_MAX_EXPORT_BATCH_SIZE', Math.min(512, maxQueued));
  if (asked > maxQueued) {
    const reason = `${asked} is more than the queue holds`;
    env.refuse('OTEL_BSP_MAX_EXPORT_BATCH_SIZE', reason, `${maxQueued} is used`);
  }
  return {
    maxQueued,
    maxBatch: Math.min(asked, maxQueued),
    delayMs: ms('OTEL_BSP_SCHEDULE_DELAY', 5000),
    timeoutMs: ms('OTEL_BSP_EXPORT_TIMEOUT', 30_000),
  };
}
