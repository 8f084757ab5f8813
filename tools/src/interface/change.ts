/** One difference between two versions of an interface. */
export interface Change {
  /** Whether a client that was written for the version before may fail with the one after. */
  readonly breaking: boolean;
  /** Such a client does not fail, but may meet something that it was not written for. */
  readonly surprising?: boolean;
  /** What became of which part: `GET /v1/orders, parameter limit: maximum is 20, was 50`. */
  readonly text: string;
}
