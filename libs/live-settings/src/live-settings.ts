import type { JsonObject } from './tuning/merge-patch.ts';

/** Settings that may change while the process runs. */
export interface LiveSettings<T> {
  /**
   * The values in effect: one object that is never changed, only replaced as a whole. Ask for it at each use; what is kept
   * of it is out of date after the next reload.
   */
  current(): T;
  /** Every knob with where its value comes from, for people. */
  view(): SettingsView;
  /**
   * Applies a JSON Merge Patch (RFC 7396) to the file, in which everything else stays as it is, and takes it over at once; whoever
   * else has the file takes it over as any edit. Null takes a knob back to its default.
   *
   * @throws BadRequest naming each knob that is not known or has a wrong value; HttpProblem 409 when the environment holds one of
   *   them, or when the file is refused as it stands, cannot be written, or is being written by somebody else
   */
  tune(patch: JsonObject): Promise<Tuning>;
  /** Calls back after each reload. Returns what ends that. */
  onReload(listener: (reload: Reload) => void): () => void;
  /** Looks at the file no more. The values stay. */
  close(): void;
}

/** A content of the file was taken over or refused. `unchanged` is a good one that says the same: a comment, a mended file. */
export interface Reload {
  readonly result: 'changed' | 'unchanged' | 'refused';
  readonly changes: readonly Change[];
}

/** What came of a patch. */
export interface Tuning {
  /** False when the file said it already. */
  readonly written: boolean;
  /** What the patch alone changed. None when the file now says what was the default. */
  readonly changes: readonly Change[];
}

/** A knob that got another value. */
export interface Change {
  /** `services.payment.attemptMs`. */
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** What is in effect and why, as the admin port shows it. Times are ISO 8601. */
export interface SettingsView {
  /** Null where the values were given by code. */
  readonly file: string | null;
  /** When the content in effect was read. */
  readonly loadedAt: string;
  /** Set while what stands in the file is refused, and older values are in effect: since when, and a line for each reason. */
  readonly refused: { readonly at: string; readonly problems: readonly string[] } | null;
  readonly knobs: readonly Knob[];
}

export interface Knob {
  readonly path: string;
  /** In effect. Null: not set. */
  readonly value: unknown;
  /** Null: there is none, the file must say. */
  readonly default: unknown;
  readonly source: KnobSource;
  /** When the value changed last; the start, if it never did. */
  readonly changedAt: string;
  readonly description: string;
}

/** Where a value was given. */
export type KnobSource =
  | { readonly kind: 'default' }
  | { readonly kind: 'file'; readonly line: number }
  | { readonly kind: 'environment'; readonly variable: string };
