import type { WorkloadName } from './driver/workloads.ts';

/** One who serves the page. */
export interface Contender {
  readonly name: string;
  /** One line for people. */
  readonly does: string;
  /** From the root of the repository. */
  readonly script: string;
  /** How it says that it is ready: by a message to its parent, or by `/readyz` on a port of its own. */
  readonly ready: 'message' | 'readyz';
  readonly workload: WorkloadName;
  /** Sent before each stretch, for the callers that come in it. */
  readonly before?: WorkloadName;
  /** Calls of the services for a page that keeps nothing. Undefined: they are only shown. */
  readonly calls?: number;
}

/** Contenders that do the same work. Figures are told as multiples of those of `against`. */
export interface Race {
  readonly name: string;
  readonly title: string;
  readonly contenders: readonly Contender[];
  /** Names; of several, the least in each round. */
  readonly against: readonly (readonly string[])[];
}
