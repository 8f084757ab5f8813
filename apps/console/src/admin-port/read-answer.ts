import type { z } from 'zod';
import type { AdminAnswer } from './admin-http.ts';

/** An answer that is not what it should be. `reason` is for people; nothing of the answer's own text is in it. */
export class BadAnswer extends Error {
  override readonly name = 'BadAnswer';
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** The JSON of an answer, as far as the schema wants it. @throws {BadAnswer} */
export function readAnswer<S extends z.ZodType>(answer: AdminAnswer, schema: S): z.output<S> {
  const checked = schema.safeParse(jsonOf(answer));
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? 'the answer' : issue.path.join('.');
  throw new BadAnswer(`not the expected answer: ${where} ${describe(issue)}`);
}

/** @throws {BadAnswer} */
export function jsonOf({ text }: Pick<AdminAnswer, 'text'>): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadAnswer('its answer is not JSON');
  }
}

/** The kind of disagreement only: zod's own messages may hold what was sent. */
function describe(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'invalid_type') return `should be ${issue.expected}`;
  return 'is not what it should be';
}
