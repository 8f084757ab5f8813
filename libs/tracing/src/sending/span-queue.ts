import type { Clock } from '@bff/clock';
import type { Logger } from '@bff/observability';
import type { BatchSpanProcessor, ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import type { Sdk } from '../load-sdk.ts';
import type { BatchLimits } from '../settings/batch-limits.ts';
import { LossReport } from './loss-report.ts';
import { lossReason } from './loss-reason.ts';
import { watchedExporter } from './watched-exporter.ts';
import { within } from './within.ts';

export interface SpanQueueOptions {
  readonly exporter: SpanExporter;
  /** How long the exporter tries, for the words of the log. */
  readonly sendMs: number;
  readonly limits: BatchLimits;
  readonly closeMs: number;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * The SDK's batch processor, and what it does not do: to say beforehand whether there is room, so that no span is made in
 * vain and no page is sent by halves, and to tell how many spans were lost.
 */
export class SpanQueue {
  readonly #processor: BatchSpanProcessor;
  readonly #exporter: SpanExporter;
  readonly #limits: BatchLimits;
  readonly #closeMs: number;
  readonly #clock: Clock;
  readonly #report: LossReport;
  #queued = 0;
  #onTheirWay = 0;
  #closing: Promise<void> | undefined;
  /** What was on its way by then has been told of as lost. */
  #gaveUp = false;

  constructor(sdk: Sdk, { exporter, sendMs, limits, closeMs, clock, logger }: SpanQueueOptions) {
    this.#exporter = exporter;
    this.#limits = limits;
    this.#closeMs = closeMs;
    this.#clock = clock;
    this.#report = new LossReport({ clock, logger });
    const watched = watchedExporter(sdk, exporter, {
      begun: (spans) => {
        this.#queued -= spans;
        this.#onTheirWay += spans;
      },
      ended: (spans, error) => {
        this.#onTheirWay -= spans;
        if (this.#gaveUp) return;
        if (error) this.#report.failed(spans, lossReason(error, sendMs));
        else this.#report.sent();
      },
    });
    this.#processor = new sdk.trace.BatchSpanProcessor({
      exporter: watched,
      maxQueueSize: limits.maxQueued,
      maxExportBatchSize: limits.maxBatch,
      scheduledDelayMillis: limits.delayMs,
      exportTimeoutMillis: limits.timeoutMs,
    });
  }

  /** Whether that many can be added; when not, they count as lost. After the end there is no room, and nobody is told. */
  hasRoom(spans: number): boolean {
    if (this.#closing) return false;
    if (this.#queued + spans <= this.#limits.maxQueued) return true;
    this.lost(spans, 'the queue is full');
    return false;
  }

  add(span: ReadableSpan): void {
    this.#queued += 1;
    this.#processor.onEnd(span);
  }

  lost(spans: number, reason: string): void {
    this.#report.lost(spans, reason);
  }

  /** Sends what is there. Never rejects, and takes no longer than `closeMs`. */
  close(): Promise<void> {
    return (this.#closing ??= this.#flush());
  }

  async #flush(): Promise<void> {
    // The processor gives up with the first batch that fails, which has been told of; others may still be on their way.
    const flushed = this.#processor.shutdown().catch(() => this.#exporter.shutdown());
    if (!(await within(this.#closeMs, flushed, this.#clock))) {
      this.#gaveUp = true;
      this.lost(this.#queued + this.#onTheirWay, `the collector did not take them within ${this.#closeMs} ms`);
    }
    this.#report.tellAll();
  }
}
