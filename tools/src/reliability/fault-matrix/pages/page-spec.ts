import type { ServiceName } from '../../../running/whole-system.ts';
import type { Visitor } from '../visitors.ts';

export const bffs = ['mobile-bff', 'web-bff', 'graphql-bff'] as const;

export type Bff = (typeof bffs)[number];

/** Milliseconds within which a BFF promises any answer, to the last byte. */
export const pageBudgetMs: Readonly<Record<Bff, number>> = { 'mobile-bff': 800, 'web-bff': 1500, 'graphql-bff': 1500 };

/** What is promised of one section. Written down here a second time, on purpose: the BFF's own word is what is checked. */
export interface SectionSpec {
  readonly service: ServiceName;
  /** The page is a problem without it. */
  readonly required?: true;
  /** Sections that it is loaded from. */
  readonly needs?: readonly string[];
  /** How long a value is shown without asking again. Default: not at all. */
  readonly freshMs?: number;
  /** Whether a kept value stands in while the service is down. */
  readonly stale?: true;
  /** Its values are kept under keys that other visitors or pages have too. */
  readonly shared?: true;
}

/** A page of a BFF, or an operation of GraphQL. */
export interface PageSpec {
  readonly app: Bff;
  readonly name: string;
  /** In the order of the answer. In GraphQL by section path. */
  readonly sections: Readonly<Record<string, SectionSpec>>;
  readonly request: (visitor: Visitor) => PageTarget;
  /** Asked for with a token of the support team, for somebody else's data. */
  readonly asSupport?: true;
}

export interface PageTarget {
  readonly path: string;
  /** Of a POST. */
  readonly body?: string;
}

/** `web-bff order`: how a page is named in reports and on the command line. */
export const nameOf = ({ app, name }: Pick<PageSpec, 'app' | 'name'>): string => `${app} ${name}`;

/** One call for each section at most: what is fresh or shared makes it fewer. */
export function callsOf({ sections }: Pick<PageSpec, 'sections'>, service: ServiceName): number {
  return Object.values(sections).filter((section) => section.service === service).length;
}

/** The section itself and all that it is loaded from, near and far. */
export function chainOf(page: Pick<PageSpec, 'sections'>, key: string): readonly string[] {
  const needs = page.sections[key]?.needs ?? [];
  return [key, ...needs.flatMap((need) => chainOf(page, need))];
}
