/** Settings that may change while the process runs. */
export interface LiveSettings<T> {
  /**
   * The values in effect: one object that is never changed, only replaced as a whole. Ask for it at each use; what is kept
   * of it is out of date after the next reload.
   */
  current(): T;
  /** Every knob with where its value comes from, for people. */
  view(): SettingsView;
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
