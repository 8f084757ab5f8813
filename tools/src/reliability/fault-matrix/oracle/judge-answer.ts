import { type PageSpec, nameOf } from '../pages/page-spec.ts';
import type { Violation } from './checks.ts';
import { judgeFlags } from './judge-flags.ts';
import { judgeSection } from './judge-section.ts';
import { judgeSections, judgeTree } from './judge-values.ts';
import { isCode, promisedOf } from './promised-codes.ts';
import { type Seen, type SeenPage, type SeenProblem, readAnswer } from './read-answer.ts';
import type { Situation } from './situation.ts';

type Fault = Omit<Violation, 'where'>;

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number | undefined;
  readonly error: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

export interface Judgement {
  readonly violations: readonly Violation[];
  /** Undefined when it could not be read. */
  readonly seen: Seen | undefined;
}

/** Whether a page may be answered so. `whole` is what the same visitor is shown when all is well. */
export function judgeAnswer(
  page: PageSpec,
  answer: RawAnswer,
  situation: Situation,
  whole: Readonly<Record<string, unknown>> | undefined,
): Judgement {
  const where = nameOf(page);
  const marked = (faults: readonly Fault[]): Violation[] => faults.map((fault) => ({ ...fault, where }));
  const seen = read(page, answer);
  if ('got' in seen) return { violations: marked([seen]), seen: undefined };
  const judged =
    seen.kind === 'page' ? judgePage(page, seen, situation, whole) : judgeProblem(page, seen, answer, situation);
  return { violations: marked([...judged, ...judgeFlags(seen, answer.headers)]), seen };
}

function read(page: PageSpec, { status, error, body }: RawAnswer): Seen | Fault {
  const wrong = (got: string): Fault => ({ check: 'status', expected: 'a page or a problem of ours', got });
  if (status === undefined) return wrong(`no answer: ${error ?? 'unknown'}`);
  try {
    return readAnswer(page.app, status, body);
  } catch {
    return wrong(`${status} ${body.slice(0, 160)}`);
  }
}

function judgePage(
  page: PageSpec,
  seen: SeenPage,
  situation: Situation,
  whole: Readonly<Record<string, unknown>> | undefined,
): readonly Fault[] {
  const { told, data } = seen;
  const isTree = page.app === 'graphql-bff';
  const known = Object.keys(page.sections);
  const shown = isTree ? known : Object.keys(data);
  const promised: readonly Fault[] =
    shown.join() === known.join() ? [] : [{ check: 'sections', expected: known.join(', '), got: shown.join(', ') }];
  const without = isTree ? [] : known.filter((key) => page.sections[key]?.required && told[key]?.status === 'failed');
  const lacking = without.map((key): Fault => ({
    check: 'status',
    expected: `a problem, for its ${key} is missing`,
    got: 'a page',
  }));
  const keys = new Set([...known, ...Object.keys(told)]);
  const ends = [...keys].flatMap((key) => judgeSection(page, key, told, situation));
  // A page that is promised otherwise has no whole one to be compared with.
  const values = whole && promised.length === 0 ? (isTree ? judgeTree : judgeSections)(seen, whole) : [];
  return [...promised, ...lacking, ...ends, ...values];
}

function judgeProblem(
  page: PageSpec,
  seen: SeenProblem,
  { status }: RawAnswer,
  situation: Situation,
): readonly Fault[] {
  const { code, section, told } = seen;
  const known = Object.keys(page.sections);
  const ends = Object.keys(told).flatMap((key) => judgeSection(page, key, told, situation));
  const due = isCode(code) ? promisedOf[code].status : undefined;
  const allMissing = known.every((key) => told[key]?.status === 'failed');
  const mayFail = page.sections[section]?.required === true || allMissing;
  return [
    ...ends,
    ...(due === status && seen.status === status
      ? []
      : [fault('status', `${due} for ${code}`, `${status}, in the body ${seen.status}`)]),
    ...(mayFail ? [] : [fault('status', `a page without its ${section}, which is optional`, `${status} ${code}`)]),
    ...(told[section]?.code === code ? [] : [fault('flags', `${section} failed with ${code}`, JSON.stringify(told))]),
  ];
}

const fault = (check: Fault['check'], expected: string, got: string): Fault => ({ check, expected, got });
