/** Something that the system is claimed to bear, as a run that shows whether it does. */
export interface Scenario {
  /** On the command line, and of its section in docs/reliability.md. */
  readonly name: string;
  /** One line for people. */
  readonly does: string;
  run(context: ScenarioContext): Promise<ScenarioResult>;
}

export interface ScenarioContext {
  /** Says how far it is; one line, shown at once. */
  readonly progress: (line: string) => void;
  /** What is drawn at random is drawn from it, so that a run can be had again. */
  readonly seed: number;
  /** How long one that has no end of its own goes on. Default: as it thinks best. */
  readonly minutes?: number | undefined;
}

export interface ScenarioResult {
  /** The figures, in Markdown without a heading: what docs/reliability.md shows of it. */
  readonly markdown: string;
  /** Every claim that did not hold, each in one line with its figure. Empty when all did. */
  readonly failures: readonly string[];
}
