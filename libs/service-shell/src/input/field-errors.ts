import type { FieldError } from '@bff/errors';
import { isSecretName } from '@bff/observability';
import type { z } from 'zod';
import { echo, issueReason, unknownReason } from './reason.ts';

/** One entry for every refused field: where, which, what is allowed, and what was given. The first reason counts. */
export function fieldErrorsOf(
  error: z.ZodError,
  { schema, input, where }: { schema: z.ZodType; input: unknown; where: FieldError['in'] },
): FieldError[] {
  const errors = error.issues.flatMap((issue): FieldError[] => {
    if (issue.code === 'unrecognized_keys') {
      const reason = unknownReason(schema, issue.path);
      return issue.keys.map((key) => ({ in: where, field: fieldName([...issue.path, key], where), reason }));
    }
    const given = valueAt(input, issue.path);
    const reason = issueReason(schema, issue);
    const secret = issue.path.some((key) => isSecretName(String(key)));
    const was = secret ? '' : `, was ${echo(given)}`;
    return [
      {
        in: where,
        field: fieldName(issue.path, where),
        reason: given === undefined ? `is missing; ${reason}` : reason + was,
      },
    ];
  });
  return errors.filter(({ field }, at) => errors.findIndex((other) => other.field === field) === at);
}

const longestName = 100;

/** `items[2].quantity`. */
function fieldName(path: readonly PropertyKey[], where: string): string {
  const name = path
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at === 0 ? '' : '.'}${String(key)}`))
    .join('');
  return name === '' ? `(${where})` : name.slice(0, longestName);
}

/**
 * What was given at a path; undefined when it is missing. A path that leads into a value which was parsed from a text (a
 * list of ids in a query) ends at that text.
 */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current: unknown = value;
  for (const key of path) {
    if (typeof current === 'string') return current;
    if (typeof current !== 'object' || current === null) return undefined;
    current = Object.getOwnPropertyDescriptor(current, key)?.value;
  }
  return current;
}
