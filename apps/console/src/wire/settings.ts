/** Every knob of a BFF with where its value comes from, as its admin port gives it. Times are ISO 8601. */
export interface SettingsView {
  /** Null where the values were given by code. */
  readonly file: string | null;
  readonly loadedAt: string;
  /** Set while what stands in the file is refused, and older values are in effect. */
  readonly refused: { readonly at: string; readonly problems: readonly string[] } | null;
  readonly knobs: readonly Knob[];
}

export interface Knob {
  /** `services.payment.breaker.failureRatio`. */
  readonly path: string;
  /** In effect. Null: not set. */
  readonly value: unknown;
  /** Null: there is none, the file must say. */
  readonly default: unknown;
  readonly source:
    | { readonly kind: 'default' }
    | { readonly kind: 'file'; readonly line: number }
    | { readonly kind: 'environment'; readonly variable: string };
  readonly changedAt: string;
  readonly description: string;
}
