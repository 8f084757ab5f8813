import type { Violation } from './checks.ts';
import type { SeenPage, Told } from './read-answer.ts';

type Fault = Omit<Violation, 'where'>;
type Data = Readonly<Record<string, unknown>>;

/** Compares what REST shows with the whole page: each section is the same to the byte, or null if it failed. */
export function judgeSections({ data, told }: SeenPage, whole: Data): readonly Fault[] {
  return Object.entries(data).flatMap(([key, value]): readonly Fault[] => {
    if (told[key]?.status === 'failed') return value === null ? [] : [notNull(key, value)];
    return sameText(value, whole[key]) ? [] : [differs(key, whole[key], value)];
  });
}

/** Compares what GraphQL shows with the whole answer: the same to the byte, but for the fields of failed sections. */
export function judgeTree({ data, told }: SeenPage, whole: Data): readonly Fault[] {
  const faults: Fault[] = [];
  compare(data, whole, '', told, faults);
  return faults;
}

function compare(
  value: unknown,
  whole: unknown,
  at: string,
  told: Readonly<Record<string, Told>>,
  faults: Fault[],
): void {
  const end = told[at];
  if (end?.status === 'failed') {
    if (value === null) return;
    // Of a list some values may be there.
    if (!end.items && whole !== null) faults.push(notNull(at, value));
  }
  if (Array.isArray(value) && Array.isArray(whole) && value.length === whole.length) {
    for (const [index, item] of value.entries()) compare(item, whole[index], at, told, faults);
    return;
  }
  if (isRecord(value) && isRecord(whole) && sameText(Object.keys(value), Object.keys(whole))) {
    for (const [key, item] of Object.entries(value)) compare(item, whole[key], at ? `${at}.${key}` : key, told, faults);
    return;
  }
  if (!sameText(value, whole)) faults.push(differs(at, whole, value));
}

const sameText = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const differs = (at: string, expected: unknown, got: unknown): Fault => ({
  check: 'values',
  expected: `${at} as on the whole page: ${excerpt(expected)}`,
  got: excerpt(got),
});

const notNull = (at: string, got: unknown): Fault => ({
  check: 'flags',
  expected: `${at} is null, for it failed`,
  got: excerpt(got),
});

const excerpt = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
};
