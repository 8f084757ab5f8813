import type { Entry } from './entry.ts';
import type { Version } from './version.ts';

/** Asks for an entry and, in the same round trip, for the lease on loading it. */
export interface LookRequest {
  readonly name: string;
  /** What this replica has already: that version is not sent again. */
  readonly known: Version | undefined;
  /**
   * Takes the lease, if nobody has it, unless there is a value that was loaded after `unlessAfter` (wall-clock time).
   * Undefined: only tells whose it is.
   */
  readonly lease: { readonly unlessAfter: number; readonly forMs: number } | undefined;
}

/** An entry, and how long the store still keeps it, in ms. */
export interface SharedEntry extends Entry {
  readonly keepMs: number;
}

export interface Looked {
  /** `known`: the version that this replica has already. */
  readonly entry: SharedEntry | 'known' | undefined;
  /**
   * Who is loading the value. `mine`: this replica, since now or since before. `taken`: another one. `free`: nobody.
   */
  readonly lease: 'mine' | 'taken' | 'free';
}

/**
 * What replicas share. Every method may be slow, hang or reject: nobody calls it but `GuardedStore`.
 *
 * A lease is an optimisation and nothing relies on it: it ends by itself, it may be lost, and two replicas may think they
 * have it.
 */
export interface SharedStore {
  /** Which node has the entry, as far as is known. Nodes fail one by one. */
  nodeOf(name: string): string;
  look(request: LookRequest): Promise<Looked>;
  /**
   * Keeps the entry for `keepMs`, unless something newer is there (`older`) or the entry is dated ahead of the store's own
   * clock (`clock`). Gives this replica's lease back in any case.
   */
  write(name: string, entry: Entry, keepMs: number): Promise<'stored' | 'older' | 'clock'>;
  /** Gives this replica's lease back, and nobody else's. */
  release(name: string): Promise<void>;
  /** False: there is no connection now, and whatever is asked fails at once. */
  readonly connected: boolean;
  /** What went wrong with its connections last, in words for the log. */
  readonly trouble: string | undefined;
  /** Lets go of it at once. */
  close(): void;
}
