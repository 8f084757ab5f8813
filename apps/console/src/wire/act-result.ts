/** What came of something that replicas of an app were asked to do. */
export interface ActResult {
  /** True when each replica that had to be asked did it. */
  readonly done: boolean;
  readonly replicas: readonly ReplicaResult[];
}

export interface ReplicaResult {
  readonly adminUrl: string;
  readonly replica: number;
  /** Null: it did not answer. */
  readonly status: number | null;
  /** Why not, in the words of the replica or ours. Null when it was done. */
  readonly problem: ProblemView | null;
  /** What it answered when it was done: the circuit, the settings, the fault. */
  readonly answer: unknown;
}

/** RFC 9457, as far as a person wants it. */
export interface ProblemView {
  readonly title: string;
  readonly code: string | null;
  readonly detail: string | null;
  readonly errors: readonly { readonly field: string; readonly reason: string }[];
}
