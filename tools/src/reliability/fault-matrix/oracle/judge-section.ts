import type { SectionCode } from '@bff/errors';
import { type PageSpec, type SectionSpec, chainOf } from '../pages/page-spec.ts';
import type { Violation } from './checks.ts';
import { isCode, promisedOf } from './promised-codes.ts';
import type { Told } from './read-answer.ts';
import type { Situation } from './situation.ts';

/** What a value may be older than its fresh time by: the load that brought it ended some time after the request. */
const FRESH_SLACK_MS = 500;
/** The shortest time that anything is kept for a service that is down, less the length of a cell. */
const SURELY_KEPT_MS = 240_000;

type Fault = Omit<Violation, 'where'>;

interface Section {
  readonly page: PageSpec;
  readonly key: string;
  readonly spec: SectionSpec;
  /** What the answer says of each section that is not ok. */
  readonly told: Readonly<Record<string, Told>>;
}

/** Whether a section may have ended as the answer says. */
export function judgeSection(
  page: PageSpec,
  key: string,
  told: Section['told'],
  situation: Situation,
): readonly Fault[] {
  const spec = page.sections[key];
  if (!spec) return [{ check: 'sections', expected: Object.keys(page.sections).join(', '), got: `a section ${key}` }];
  const section = { page, key, spec, told };
  const end = told[key];
  const wellFormed = end ? judgeTold(key, end) : [];
  if (!concerned(section, situation)) {
    return end ? [...wellFormed, { check: 'isolation', expected: `${key} is there`, got: said(end) }] : wellFormed;
  }
  const of = situation.faulted.has(spec.service) ? judgeFaulted : judgeDependent;
  return [...wellFormed, ...of(section, end, situation)];
}

/** Whether the fault has anything to do with the section. */
const concerned = ({ page, key }: Section, { phase, faulted }: Situation): boolean =>
  phase !== 'well' && chainOf(page, key).some((link) => faulted.has(page.sections[link]?.service ?? 'order'));

/** A section whose own service fails. */
function judgeFaulted(section: Section, end: Told | undefined, situation: Situation): readonly Fault[] {
  const { key, spec } = section;
  const { row, phase, wholeMsAgo } = situation;
  if (!end) {
    return row.partial || notAsked(section) || phase === 'healing' || mayBeFresh(spec, situation)
      ? []
      : [{ check: 'kept', expected: `${key} failed or stale: its service gives no answers`, got: 'ok' }];
  }
  if (end.status === 'stale') {
    // Between good answers it may have been loaded for a page that was not whole.
    const mayBeKept = spec.stale && (spec.shared || wholeMsAgo !== undefined || row.partial || phase === 'healing');
    if (!mayBeKept) return [{ check: 'kept', expected: `${key} is not shown from before`, got: said(end) }];
    return judgeCode(section, end, situation);
  }
  const stands = spec.stale && (wholeMsAgo ?? SURELY_KEPT_MS) < SURELY_KEPT_MS && !inputFailed(section);
  if (stands)
    return [{ check: 'kept', expected: `${key} stale: it was shown ${wholeMsAgo?.toFixed(0)} ms ago`, got: said(end) }];
  return judgeCode(section, end, situation);
}

/** A section that is well, and is loaded from one that may not be. */
function judgeDependent(section: Section, end: Told | undefined, situation: Situation): readonly Fault[] {
  const { key, spec } = section;
  if (!end || inputFailed(section)) return end ? judgeCode(section, end, situation) : [];
  const late = situation.row.takesTime && (end.status === 'failed' || spec.stale);
  return late
    ? judgeCode(section, end, situation)
    : [{ check: 'isolation', expected: `${key} is there: its service and what it needs are`, got: said(end) }];
}

function judgeCode(section: Section, end: Told, { row, faulted }: Situation): readonly Fault[] {
  const allowed = new Set<string>(inputCodes(section));
  if (faulted.has(section.spec.service)) for (const code of [...row.codes, OPEN]) allowed.add(code);
  if (row.takesTime) for (const code of LATE) allowed.add(code);
  if (allowed.has(end.code)) return [];
  return [{ check: 'codes', expected: `${section.key}: ${[...allowed].join(' or ')}`, got: said(end) }];
}

const OPEN: SectionCode = 'DOWNSTREAM_CIRCUIT_OPEN';
const LATE: readonly SectionCode[] = ['DOWNSTREAM_TIMEOUT', 'BUDGET_EXHAUSTED'];

const inputsOf = ({ page, key, told }: Section): readonly Told[] =>
  chainOf(page, key)
    .slice(1)
    .flatMap((link) => told[link] ?? []);

const inputFailed = (section: Section): boolean => inputsOf(section).some(({ status }) => status === 'failed');

/** In GraphQL there is no field to ask for below one that is null. */
const notAsked = (section: Section): boolean => section.page.app === 'graphql-bff' && inputFailed(section);

/** A section whose input failed has failed for the same reason. */
const inputCodes = (section: Section): readonly string[] =>
  inputsOf(section)
    .filter(({ status }) => status === 'failed')
    .map(({ code }) => code);

/** Nothing was loaded since the fault is on, so what is fresh is from before. */
function mayBeFresh({ freshMs = 0, shared }: SectionSpec, { sinceFaultMs, wholeMsAgo }: Situation): boolean {
  const limit = freshMs + FRESH_SLACK_MS;
  return freshMs > 0 && sinceFaultMs < limit && (shared === true || (wholeMsAgo ?? limit) < limit);
}

/** What is said of a section that is not ok has all of its parts, and they agree. */
function judgeTold(key: string, end: Told): readonly Fault[] {
  if (!isCode(end.code)) return [{ check: 'codes', expected: `${key}: a code of the closed list`, got: end.code }];
  const { retryable } = promisedOf[end.code];
  const expected =
    end.status === 'stale'
      ? end.ageSeconds !== undefined && end.retryable === undefined
      : end.retryable === retryable && (end.retryAfterMs !== undefined) === retryable;
  return expected
    ? []
    : [{ check: 'codes', expected: `${key}: ${end.code} retryable ${retryable}`, got: JSON.stringify(end) }];
}

const said = ({ status, code }: Told): string => `${status} ${code}`;
