import type { Check } from '../oracle/checks.ts';

/** One change of a source file. What is to be found must be there exactly once, so that a proof cannot rot unseen. */
export interface Edit {
  /** From the workspace root. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** A protection that is taken out, and where the check behind it has to fail then. */
export interface Proof {
  readonly check: Check;
  /** In words: what protects, without which the check fails. */
  readonly removed: string;
  readonly edits: readonly Edit[];
  /** Names of rows and columns. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}
