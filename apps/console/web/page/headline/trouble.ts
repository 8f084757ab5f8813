/** One thing that is wrong, in words that name who it is about. */
export interface Trouble {
  /** The same as long as it is the same trouble, whatever its figures do. */
  readonly id: string;
  readonly severity: 'bad' | 'warn' | 'note';
  /** The culprit: what the sentence begins with. */
  readonly who: string;
  /** What is wrong with it, without a full stop. */
  readonly what: string;
  /** ISO 8601; null where there is no beginning to tell. */
  readonly since: string | null;
  /** What follows the time: why, or what else. Empty where there is nothing to add. */
  readonly why: string;
  /** Where on the page to look. */
  readonly place: string;
  /** The worst has the lowest. */
  readonly rank: number;
}
