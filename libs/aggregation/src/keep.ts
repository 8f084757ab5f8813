import { type DurationText, millisecondsOf } from './duration.ts';

/** How long a section's value may be shown after it was loaded. */
export interface KeepSpec<Input> {
  /** What makes one value of this section different from another, besides the page, the section and the caller. */
  readonly key: (input: Input) => readonly string[];
  /** How long a value is shown without asking the service again. Default: not at all. */
  readonly fresh?: DurationText;
  /** How much longer it may be shown, marked as stale, while the service cannot answer (RFC 5861). Default: not at all. */
  readonly staleIfError?: DurationText;
  /**
   * Whose value it is. By default the caller's: it is kept under the caller and never shown to anyone else. `everyone`
   * is for what is the same for all (a product, its stock).
   */
  readonly audience?: 'caller' | 'everyone';
}

/** The same, as the engine uses it. */
export interface Keep {
  readonly key: (input: never) => readonly string[];
  readonly freshMs: number;
  readonly staleIfErrorMs: number;
  readonly audience: 'caller' | 'everyone';
}

/** @throws RangeError for a duration that is none, or when nothing would be kept at all. */
export function keepOf<Input>({ key, fresh = '0s', staleIfError = '0s', audience = 'caller' }: KeepSpec<Input>): Keep {
  const keep = { key, freshMs: millisecondsOf(fresh), staleIfErrorMs: millisecondsOf(staleIfError), audience };
  if (keep.freshMs + keep.staleIfErrorMs === 0)
    throw new RangeError('keep needs a fresh time or a staleIfError window');
  return keep;
}
