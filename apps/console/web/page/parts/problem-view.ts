import type { ProblemView } from '../../../src/wire/index.ts';

/** A problem of RFC 9457 from whatever an answer holds; what it does not say is said of the status. */
export function problemOf(body: unknown, status: number): ProblemView {
  const { title, code, detail, errors } = isRecord(body) ? body : {};
  return {
    title: textOr(title, `The console answered with status ${status}`) ?? '',
    code: textOr(code, null),
    detail: textOr(detail, null),
    errors: Array.isArray(errors) ? errors.flatMap(fieldError) : [],
  };
}

export const noAnswer: ProblemView = {
  title: 'The console does not answer',
  code: null,
  detail: 'Whether it was done is not known. Look again when the line is back',
  errors: [],
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const textOr = (value: unknown, instead: string | null): string | null => (typeof value === 'string' ? value : instead);

function fieldError(error: unknown): ProblemView['errors'] {
  if (!isRecord(error)) return [];
  const { field, reason, message } = error;
  return [{ field: textOr(field, '') ?? '', reason: textOr(reason, textOr(message, '')) ?? '' }];
}
