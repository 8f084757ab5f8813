import type { z } from 'zod';
import { describeAllowed } from './describe-schema.ts';
import { nodesAt, propertyNames } from './json-schema-node.ts';

type Issue = z.core.$ZodIssue;

/** Why a value was refused, in one sentence: `must be an integer from 1 to 50`. The first issue counts. */
export function reasonOf(schema: z.ZodType, error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? 'is not valid' : issueReason(schema, issue);
}

/** The same for one issue of a schema. A schema's own message wins when it reads as a reason ("must …"). */
export function issueReason(schema: z.ZodType, issue: Issue): string {
  if (issue.message.startsWith('must ')) return issue.message;
  if (issue.code === 'custom') return issue.message;
  const allowed = describeAllowed(schema, issue.path);
  return allowed === undefined ? `is not valid: ${issue.message}` : `must be ${allowed}`;
}

/** For a field that the schema does not have. */
export function unknownReason(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const known = nodesAt(schema, path).flatMap(propertyNames);
  return unknownAmong([...new Set(known)]);
}

export const unknownAmong = (known: readonly string[]): string =>
  known.length === 0 ? 'is not known here; none is' : `is not known; known are ${known.join(', ')}`;

const longestEcho = 40;

/** What was given, cut to 40 characters: an answer must not become a mirror. */
export function echo(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value.length > longestEcho ? `${value.slice(0, longestEcho)}…` : value);
}
