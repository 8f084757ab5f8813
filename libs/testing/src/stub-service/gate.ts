/** A moment that a test decides: whatever waits for the gate goes on when the test opens it. */
export interface Gate {
  /** Settles when the gate is opened. */
  readonly opened: Promise<void>;
  /** Lets everything through, now and later. Opening twice does nothing. */
  open(): void;
}

/** A closed gate. Use it instead of a delay to hold an answer back until the test has looked at what happens meanwhile. */
export function createGate(): Gate {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: () => resolve() };
}
