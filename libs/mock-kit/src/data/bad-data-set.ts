import { ConfigError } from '@bff/service-shell';

/** At most this many are quoted: a file in another form is wrong in every line. */
const quotedProblems = 20;

/** The refusal of a data set that cannot be used, with a line for each problem: `file:line: field: reason`. */
export function badDataSet(problems: readonly string[]): ConfigError {
  const rest = problems.length - quotedProblems;
  return new ConfigError([...problems.slice(0, quotedProblems), ...(rest > 0 ? [`and ${rest} more`] : [])]);
}
