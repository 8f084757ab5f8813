import { type HttpProblem, type SectionCode, codeProblem } from '@bff/errors';
import { fitsHeader } from './header-length.ts';
import type { Outcomes, PageResult } from './page-result.ts';
import type { SectionTypes } from './page.ts';
import type { SectionFailure, SectionOutcome } from './section-outcome.ts';
import { ageSecondsOf, booleanItem, sectionList } from './structured-field.ts';

/** What `meta.sections` says of one section that is not ok. */
export type SectionMeta =
  | { readonly status: 'stale'; readonly ageSeconds: number; readonly code: SectionCode }
  | {
      readonly status: 'failed';
      readonly code: SectionCode;
      readonly retryable: boolean;
      readonly retryAfterMs?: number;
    };

export interface PageMeta {
  /** Nothing failed. A stale section is still there. */
  readonly complete: boolean;
  /** Something failed or is stale. */
  readonly degraded: boolean;
  readonly requestId: string;
  /** Only what is not ok, so that a healthy page stays slim. */
  readonly sections: Readonly<Record<string, SectionMeta>>;
}

/** The body of an answered page: every section's key is there, `null` when it failed. */
export interface Envelope<Sections extends SectionTypes = SectionTypes> {
  readonly data: { readonly [Key in keyof Sections]: Sections[Key]['out'] | null };
  readonly meta: PageMeta;
}

export interface PageResponse<Sections extends SectionTypes = SectionTypes> {
  readonly body: Envelope<Sections>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Renders an answered page. Headers and body are read off the same outcomes, so they cannot disagree. */
export function toResponse<Sections extends SectionTypes>(
  outcomes: Outcomes<Sections>,
  requestId: string,
): PageResponse<Sections> {
  const data: Record<string, unknown> = {};
  for (const [key, outcome] of Object.entries<SectionOutcome<unknown>>(outcomes)) {
    data[key] = outcome.status === 'failed' ? null : outcome.value;
  }
  return {
    body: { data: data as Envelope<Sections>['data'], meta: pageMeta(outcomes, requestId) },
    headers: pageHeaders(outcomes),
  };
}

/** What a body says of how its sections ended. */
export function pageMeta(outcomes: Readonly<Record<string, SectionOutcome<unknown>>>, requestId: string): PageMeta {
  const flaws = Object.entries(outcomes).flatMap(([key, outcome]) =>
    outcome.status === 'ok' ? [] : [[key, metaOf(outcome)] as const],
  );
  return {
    complete: flaws.every(([, { status }]) => status !== 'failed'),
    degraded: flaws.length > 0,
    requestId,
    // Whatever a key is called (`__proto__`), it becomes a member.
    sections: Object.fromEntries(flaws),
  };
}

const listHeader = (list: string | undefined): Readonly<Record<string, string>> =>
  list !== undefined && fitsHeader(list) ? { 'BFF-Sections': list } : {};

/** What the headers say of the same. */
export function pageHeaders(
  outcomes: Readonly<Record<string, SectionOutcome<unknown>>>,
): Readonly<Record<string, string>> {
  const list = sectionList(outcomes);
  const complete = !Object.values(outcomes).some(({ status }) => status === 'failed');
  return {
    'BFF-Complete': booleanItem(complete),
    ...listHeader(list),
    // A page of one caller: shared caches must not keep it, and a degraded one must not be kept at all.
    'Cache-Control': list === undefined ? 'private, no-cache' : 'no-store',
  };
}

function metaOf(outcome: Exclude<SectionOutcome<unknown>, { status: 'ok' }>): SectionMeta {
  return outcome.status === 'stale'
    ? { status: 'stale', ageSeconds: ageSecondsOf(outcome.ageMs), code: outcome.failure.code }
    : failedMeta(outcome.failure);
}

const failedMeta = ({ code, retryable, retryAfterMs }: SectionFailure): SectionMeta => ({
  status: 'failed',
  code,
  retryable,
  ...(retryAfterMs !== undefined && { retryAfterMs }),
});

/** The problem (RFC 9457) that a page ends as when a required section failed, or all of them. */
export function toProblem({ section, failure, failures }: Extract<PageResult, { kind: 'failed' }>): HttpProblem {
  const { code, service, retryAfterMs } = failure;
  const list = sectionList(mapValues(failures, (value) => ({ status: 'failed', failure: value })));
  return codeProblem(code, {
    detail: detailOf(section, code),
    section,
    ...(service !== undefined && { service }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    sections: mapValues(failures, failedMeta),
    headers: {
      'BFF-Complete': booleanItem(false),
      ...listHeader(list),
      'Cache-Control': 'no-store',
    },
  });
}

function detailOf(section: string, code: SectionCode): string {
  if (code === 'NOT_FOUND') return `there is no such ${section}, or not for this caller`;
  if (code === 'FORBIDDEN') return `this caller may not see the ${section}`;
  return `the page cannot be shown without its ${section}`;
}

const mapValues = <In, Out>(record: Readonly<Record<string, In>>, map: (value: In) => Out): Record<string, Out> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
