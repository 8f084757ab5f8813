/**
 * What an AbortSignal carries as its reason. Typed, because the three mean different things: only a deadline is the
 * service's doing; a client that left and a shutdown must move no breaker and be reported as no failure.
 */
export class DeadlineExceeded extends Error {
  override readonly name = 'DeadlineExceeded';
  constructor(message = 'the deadline passed') {
    super(message);
  }
}

/** The client app closed its connection before the answer was written. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
  constructor() {
    super('the client closed the connection');
  }
}

/** The page was decided (a required section failed), so what is still in flight is of no use. */
export class PageSettled extends Error {
  override readonly name = 'PageSettled';
  constructor() {
    super('the page was settled without this call');
  }
}

/** This process is stopping and no longer waits for calls in flight. */
export class ShuttingDown extends Error {
  override readonly name = 'ShuttingDown';
  constructor() {
    super('the process is shutting down');
  }
}

export type AbortReason = DeadlineExceeded | ClientGone | PageSettled | ShuttingDown;

/** The typed reason of an aborted signal, or undefined when it is not aborted or was aborted with something else. */
export function abortReasonOf(signal: AbortSignal): AbortReason | undefined {
  const reason: unknown = signal.aborted ? signal.reason : undefined;
  return isAbortReason(reason) ? reason : undefined;
}

export const isAbortReason = (value: unknown): value is AbortReason =>
  value instanceof DeadlineExceeded ||
  value instanceof ClientGone ||
  value instanceof PageSettled ||
  value instanceof ShuttingDown;
