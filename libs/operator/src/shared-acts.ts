import type { Act } from './act.ts';

/** Where the last act on each circuit stands, for all replicas of an app. */
export interface SharedActs {
  /** Whether asking makes sense at all. */
  readonly connected: boolean;
  /** What the last error said; undefined when there was none. */
  readonly trouble: string | undefined;
  /** Calls back whenever there is a connection again, and for the first. */
  onConnected(listener: () => void): void;
  /** The last act on each circuit, by service. Rejects when the store does not say. */
  read(): Promise<ReadonlyMap<string, Act>>;
  /**
   * Puts an act there, unless the one there has a number above `after`. Resolves with the act that is there then. A call that was
   * given up may still be carried out: the number keeps it from undoing what was done meanwhile.
   */
  put(act: Act, after: number): Promise<Act>;
  close(): void;
}
