/** At most this many lines are quoted: a file in another form is wrong in every line. */
const quotedProblems = 20;

/** A data set that cannot be used. The message has a line for each problem: `file:line: field: reason`. */
export class DataSetError extends Error {
  override readonly name = 'DataSetError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const rest = problems.length - quotedProblems;
    super([...problems.slice(0, quotedProblems), ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n'));
    this.problems = problems;
  }
}
