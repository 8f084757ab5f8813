/** Something that the bench measures, and one section of docs/performance.md. */
export interface BenchPart {
  readonly name: string;
  /** One line for people. */
  readonly does: string;
  /** Resolves with the figures, in Markdown without a heading. */
  run(options: BenchOptions): Promise<string>;
}

export interface BenchOptions {
  readonly rounds: number;
  /** How long each contender is measured in each round. */
  readonly forMs: number;
  /** Pages that each BFF answers while its memory is watched. */
  readonly requests: number;
  readonly quick: boolean;
  /** Names of the contenders that take part; undefined: all. */
  readonly only: readonly string[] | undefined;
  readonly progress: (line: string) => void;
}
