/** Something that is measured of the apps beside their speed, as one table. */
export interface AtRestTable {
  /** On the command line, and of its section in docs/performance.md. */
  readonly name: string;
  /** One line for people. */
  readonly does: string;
  /** Resolves with the figures, in Markdown without a heading. */
  run(options: AtRestOptions): Promise<string>;
}

export interface AtRestOptions {
  /** Says how far it is; one line, shown at once. */
  readonly progress: (line: string) => void;
  /** Times that each app is started. Default 7. */
  readonly starts?: number;
  /** Pages that each BFF answers while its memory is watched. Default 1,000,000. */
  readonly requests?: number;
  /** Requests in flight for one cold key. Default 10,000. */
  readonly callers?: number;
}
