import type { z } from 'zod';
import { valueAt } from '../input/field-errors.ts';
import { echo, issueReason, unknownReason } from '../input/reason.ts';
import { ConfigError } from './config-error.ts';
import { assertStrict } from './strict-schema.ts';

/**
 * Checks values that a person wrote. Throws `ConfigError` with a line for each that is wrong, missing or not known: `lineFor`
 * is given its path and the reason, and knows where it was written. The schema must be made of `z.strictObject`, or a
 * misspelt key would be ignored; anything else is a programming error and throws at once.
 */
export function checkValues<S extends z.ZodType>(
  schema: S,
  value: unknown,
  lineFor: (path: readonly PropertyKey[], reason: string) => string,
): z.output<S> {
  assertStrict(schema);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => lineFor([...issue.path, key], unknownReason(schema, issue.path)));
    }
    const given = valueAt(value, issue.path);
    const reason = issueReason(schema, issue);
    return [lineFor(issue.path, given === undefined ? `is missing; ${reason}` : `${reason}, was ${echo(given)}`)];
  });
  throw new ConfigError(problems);
}
