import type { Clock } from '@bff/clock';
import type { Logger } from '@bff/observability';
import type { SharedActs } from './shared-acts.ts';
import { within } from './within.ts';

/** The store's own limits end a call sooner; this is for a client that loses one. */
const EXCHANGE_MS = 1000;
/** Exchanges in a row that must fail before acts count as not shared, and the log says so. */
const FAILURES = 3;

export interface ExchangesOptions {
  readonly store: SharedActs;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
}

/** Talks with the shared store, one exchange after another, so that no more than one is ever under way. */
export class Exchanges {
  readonly #options: ExchangesOptions;
  #turn: Promise<void> = Promise.resolve();
  #failures = 0;
  #closed = false;

  constructor(options: ExchangesOptions) {
    this.#options = options;
  }

  /** False once it has failed some times in a row. */
  get working(): boolean {
    return this.#failures < FAILURES;
  }

  /** Resolves when the exchange has had its turn, whether it went well or not. Never rejects. */
  inTurn(exchange: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(() => this.#attempt(exchange));
    return this.#turn;
  }

  /** One call of an exchange. Rejects also when the store does not answer at all. */
  ask<T>(question: (store: SharedActs) => Promise<T>): Promise<T> {
    const { store, clock } = this.#options;
    return within(EXCHANGE_MS, question(store), clock);
  }

  /** What still waits for its turn is left undone. */
  close(): void {
    this.#closed = true;
    this.#options.store.close();
  }

  async #attempt(exchange: () => Promise<void>): Promise<void> {
    const { store } = this.#options;
    if (this.#closed) return;
    try {
      if (!store.connected) throw new Error(store.trouble ?? 'there is no connection yet');
      await exchange();
      this.#succeeded();
    } catch (error) {
      this.#failed(error);
    }
  }

  #succeeded(): void {
    if (!this.working) this.#options.logger.info('operator acts are shared with other replicas again');
    this.#failures = 0;
  }

  #failed(error: unknown): void {
    if (this.#closed) return;
    this.#failures += 1;
    if (this.#failures !== FAILURES) return;
    const trouble = error instanceof Error ? error.message : String(error);
    this.#options.logger.warn({ trouble }, 'operator acts are not shared with other replicas');
  }
}
