import type { Dispatcher } from 'undici';

/** Names in lower case; a header that came several times is a list. */
export type IncomingHeaders = Record<string, string | string[] | undefined>;

/** An answer as it came, its body complete. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHeaders;
  readonly body: string;
}

/** What an exchange needs of an AbortSignal; axios hands on no more than this. */
export interface Cancellation {
  readonly aborted: boolean;
  readonly addEventListener?: (type: 'abort', listener: () => void) => void;
  readonly removeEventListener?: (type: 'abort', listener: () => void) => void;
}

/** The signal ended the exchange. Why, the signal's owner knows. */
export class ExchangeCancelled extends Error {
  override readonly name = 'ExchangeCancelled';
}

/**
 * One request and its whole answer, bounded by the signal from the first connect to the last byte of the body. Rejects
 * with `ExchangeCancelled` at once when the signal aborts, also while the connection is still being made, and destroys the
 * connection then, so that nothing more is read. Otherwise rejects with what undici reports.
 */
export const exchange = (
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  signal: Cancellation,
): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) reject(new ExchangeCancelled());
    else dispatcher.dispatch(request, new ExchangeHandler(signal, resolve, reject));
  });

class ExchangeHandler implements Dispatcher.DispatchHandler {
  readonly #signal: Cancellation;
  readonly #resolve: (answer: RawAnswer) => void;
  readonly #reject: (error: unknown) => void;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #cancelled: ExchangeCancelled | undefined;
  #status = 0;
  #headers: IncomingHeaders = {};

  constructor(signal: Cancellation, resolve: (answer: RawAnswer) => void, reject: (error: unknown) => void) {
    this.#signal = signal;
    this.#resolve = resolve;
    this.#reject = reject;
    signal.addEventListener?.('abort', this.#cancel);
  }

  /** Called when the request is about to be written. One that was cancelled while it waited for a connection ends here. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#cancelled) controller.abort(this.#cancelled);
  }

  /** Called for an interim 1xx too; the last call is the one that counts. */
  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHeaders): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#release();
    const [first, second] = this.#chunks;
    const body = second ? Buffer.concat(this.#chunks) : first;
    this.#resolve({ status: this.#status, headers: this.#headers, body: body?.toString() ?? '' });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#release();
    this.#reject(error);
  }

  readonly #cancel = (): void => {
    this.#release();
    this.#cancelled = new ExchangeCancelled();
    this.#reject(this.#cancelled);
    this.#controller?.abort(this.#cancelled);
  };

  #release(): void {
    this.#signal.removeEventListener?.('abort', this.#cancel);
  }
}
