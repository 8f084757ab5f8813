/** One request as the driver sends it. */
export interface LoadRequest {
  /** Names it in figures: `mobile order`. Requests of one name are counted together. */
  readonly name: string;
  readonly url: string;
  /** Default GET. */
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds after which the client hangs up, to see what its leaving does. Default: never. */
  readonly abortAfterMs?: number;
  /** The client hangs up when the head of the answer is there, before it has read the body. */
  readonly abortAtHead?: boolean;
}

/** What came of one request. */
export interface LoadAnswer {
  readonly request: LoadRequest;
  /** On `performance.now()`: when it was due, which is earlier than when it was sent if the driver was late. */
  readonly dueAtMs: number;
  /** From when it was due until the last byte: a driver that is late must not make a server look quick. */
  readonly tookMs: number;
  /** Undefined when no whole answer came: `error` says why. */
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Kept only when the driver was asked to. */
  readonly body: Buffer | undefined;
  readonly bytes: number;
  /** `ECONNRESET` and the like, or `aborted` for a client that hung up as it was told. */
  readonly error: string | undefined;
}
