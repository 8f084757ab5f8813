import type { Clock } from '@bff/clock';
import type { Logger } from '@bff/observability';

const everyMs = 60_000;

/**
 * Tells of spans that did not reach the collector: at once, and from then on once a minute at most with how many they were;
 * and that it takes them again.
 */
export class LossReport {
  readonly #clock: Clock;
  readonly #logger: Logger;
  #toldAtMs: number | undefined;
  #untold = 0;
  #lastReason = '';
  /** Whether the last that was told of batches is that they fail. */
  #failing = false;

  constructor({ clock, logger }: { readonly clock: Clock; readonly logger: Logger }) {
    this.#clock = clock;
    this.#logger = logger;
  }

  /** A batch did not arrive. */
  failed(spans: number, reason: string): void {
    if (this.lost(spans, reason)) this.#failing = true;
  }

  /** A batch arrived. */
  sent(): void {
    if (!this.#failing) return;
    this.#failing = false;
    this.#logger.info({ lostMeanwhile: this.#untold }, 'spans are sent again');
    this.#untold = 0;
  }

  /** Spans were lost otherwise than with their batch. Returns whether that was told. */
  lost(spans: number, reason: string): boolean {
    this.#untold += spans;
    this.#lastReason = reason;
    if (this.#toldAtMs !== undefined && this.#clock.now() - this.#toldAtMs < everyMs) return false;
    this.tellAll();
    return true;
  }

  /** Tells what has not been told, if there is any, without waiting for its minute. */
  tellAll(): void {
    if (this.#untold === 0) return;
    this.#toldAtMs = this.#clock.now();
    this.#logger.warn({ spans: this.#untold, reason: this.#lastReason }, 'spans are lost');
    this.#untold = 0;
  }
}
