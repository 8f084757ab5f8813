import type { Violation } from './checks.ts';
import type { Seen, SeenPage, Told } from './read-answer.ts';

type Fault = Omit<Violation, 'where'>;
type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Whether body and headers say the same of what is not ok. */
export function judgeFlags(seen: Seen, headers: Headers): readonly Fault[] {
  const ends = Object.values(seen.told);
  const complete = ends.every(({ status }) => status !== 'failed');
  const degraded = ends.length > 0;
  const expected: Record<string, unknown> = {
    'BFF-Complete': complete ? '?1' : '?0',
    'BFF-Sections': degraded ? listOf(seen.told) : undefined,
    'Cache-Control': degraded ? 'no-store' : 'private, no-cache',
  };
  const got: Record<string, unknown> = Object.fromEntries(
    Object.keys(expected).map((name) => [name, headers[name.toLowerCase()]]),
  );
  if (seen.kind === 'page') {
    Object.assign(expected, { complete, degraded });
    Object.assign(got, { complete: seen.complete, degraded: seen.degraded });
  } else {
    expected['Content-Type'] = 'application/problem+json';
    got['Content-Type'] = headers['content-type'];
  }
  const wrong = Object.keys(expected).filter((name) => expected[name] !== got[name]);
  return [
    ...wrong.map((name): Fault => ({
      check: 'flags',
      expected: `${name}: ${show(expected[name])}`,
      got: show(got[name]),
    })),
    ...(seen.kind === 'page' && seen.errors ? judgeErrors(seen, seen.errors) : []),
  ];
}

/** `payment;failed=DOWNSTREAM_TIMEOUT, stock;stale=95` */
const listOf = (told: Readonly<Record<string, Told>>): string =>
  Object.entries(told)
    .map(([key, { status, code, ageSeconds }]) => `${key};${status}=${status === 'failed' ? code : ageSeconds}`)
    .join(', ');

/** GraphQL: an entry for each section that failed, and for nothing else. */
function judgeErrors({ told }: SeenPage, errors: NonNullable<SeenPage['errors']>): readonly Fault[] {
  const failed = Object.entries(told).flatMap(([key, { status, code }]) =>
    status === 'failed' ? [`${key} ${code}`] : [],
  );
  const entries = errors.map(({ extensions: { section, code } }) => `${section} ${code}`);
  const missing = failed.filter((entry) => !entries.includes(entry));
  const unasked = errors.filter(({ extensions: { section } }) => told[section]?.status !== 'failed');
  if (missing.length + unasked.length === 0) return [];
  return [
    { check: 'flags', expected: `errors for ${failed.join(', ') || 'nothing'}`, got: entries.join(', ') || 'none' },
  ];
}

const show = (value: unknown): string => (value === undefined ? 'nothing' : String(value));
