import type { z } from 'zod';
import { type Keep, type KeepSpec, keepOf } from './keep.ts';
import type { View } from './view.ts';

/** Path and query parameters of a page by name, each with its schema. */
export type ParamShape = Readonly<Record<string, z.ZodType>>;

type Parsed<Shape extends ParamShape> = { readonly [Name in keyof Shape]: z.output<Shape[Name]> };

/** What is known of each section at the type level: the value that other sections may need, and what the client sees. */
interface SectionType {
  readonly value: unknown;
  readonly out: unknown;
}
export type SectionTypes = Readonly<Record<string, SectionType>>;

type ValuesOf<Sections extends SectionTypes, Keys extends keyof Sections> = {
  readonly [Key in Keys]: Sections[Key]['value'];
};

/** One section as the page engine runs it. The types were checked where it was declared and are erased here. */
export interface Section<Sources> {
  readonly key: string;
  /** The page is an error without it. */
  readonly required: boolean;
  /** Sections whose values it is loaded from. It starts the moment the last of them is there. */
  readonly needs: readonly string[];
  readonly load: (sources: Sources, input: never) => Promise<unknown>;
  readonly view: View<never, never, unknown>;
  /** Absent: loaded anew every time, and never shown stale. */
  readonly keep?: Keep;
}

/** A page: what it takes, and the sections that it is made of. The REST route, its documents and its tests all derive from this. */
export interface PageDefinition<Sources, Context, Params, Sections extends SectionTypes> {
  readonly name: string;
  readonly path: ParamShape;
  readonly query: ParamShape;
  readonly sections: readonly Section<Sources>[];
  /** Never set: carries the types. */
  readonly types?: { readonly context: Context; readonly params: Params; readonly sections: Sections };
}

/** How a section is obtained and shown. */
export interface SectionSpec<Sources, Input, Needed extends string, Value, Out> {
  readonly needs?: readonly Needed[];
  readonly load: (sources: Sources, input: Input) => Promise<Value>;
  readonly view: View<Value, Input, Out>;
  /** Lets a value be shown again, fresh or stale. What must never be shown stale (payments) has none. */
  readonly keep?: KeepSpec<Input>;
}

type With<Sections extends SectionTypes, Key extends string, Value, Out> = Sections & {
  readonly [K in Key]: { readonly value: Value; readonly out: Out };
};

/** A page under construction. Immutable: each call gives a new page. */
export class Page<Sources, Context, Params, Sections extends SectionTypes> implements PageDefinition<
  Sources,
  Context,
  Params,
  Sections
> {
  readonly name: string;
  readonly path: ParamShape;
  readonly query: ParamShape;
  readonly sections: readonly Section<Sources>[];
  declare readonly types?: { readonly context: Context; readonly params: Params; readonly sections: Sections };

  constructor(name: string, path: ParamShape, query: ParamShape, sections: readonly Section<Sources>[]) {
    this.name = name;
    this.path = path;
    this.query = query;
    this.sections = sections;
  }

  /** Adds a section without which the page is an error. */
  required<Key extends string, Value, Out, Needed extends keyof Sections & string = never>(
    key: Key,
    spec: SectionSpec<Sources, Context & Params & ValuesOf<Sections, Needed>, Needed, Value, Out>,
  ): Page<Sources, Context, Params, With<Sections, Key, Value, Out>> {
    return this.with(key, true, spec);
  }

  /** Adds a section that the page can be answered without. */
  optional<Key extends string, Value, Out, Needed extends keyof Sections & string = never>(
    key: Key,
    spec: SectionSpec<Sources, Context & Params & ValuesOf<Sections, Needed>, Needed, Value, Out>,
  ): Page<Sources, Context, Params, With<Sections, Key, Value, Out>> {
    return this.with(key, false, spec);
  }

  private with<Key extends string, Input, Needed extends string, Value, Out>(
    key: Key,
    required: boolean,
    { needs = [], load, view, keep }: SectionSpec<Sources, Input, Needed, Value, Out>,
  ): Page<Sources, Context, Params, With<Sections, Key, Value, Out>> {
    this.refuseBadKey(key);
    const unknown = needs.find((needed) => !this.sections.some((section) => section.key === needed));
    if (unknown !== undefined)
      throw new Error(`page ${this.name}: section ${key} needs ${unknown}, which is not declared before it`);
    const section = { key, required, needs, load, view, ...(keep && { keep: keepOf(keep) }) };
    return new Page(this.name, this.path, this.query, [...this.sections, section]);
  }

  /** A key becomes a JSON member, a token in a header (RFC 9651) and a name in the input of other sections. */
  private refuseBadKey(key: string): void {
    const problem = !/^[a-z][A-Za-z0-9]*$/.test(key)
      ? 'is not a camelCase word'
      : this.sections.some((section) => section.key === key)
        ? 'is declared twice'
        : key in this.path || key in this.query
          ? 'is the name of a parameter too'
          : undefined;
    if (problem) throw new Error(`page ${this.name}: section ${key} ${problem}`);
  }
}

/** What a page's request carries. */
export interface PageParams<Path extends ParamShape, Query extends ParamShape> {
  /** Parameters in the route's path, by the names that the route gives them. */
  readonly path?: Path;
  /** Parameters after the `?`. Others are refused. */
  readonly query?: Query;
}

/** No members at all; `{}` would also admit strings and numbers. */
type None = Readonly<Record<never, never>>;

/**
 * Gives an app its `page` function: every page of an app loads from the same sources and knows the same context (who is
 * asking), so both are named once and inferred everywhere else.
 *
 * @example
 * const page = pagesOver<Services, { caller: Caller }>();
 * export const orderPage = page('order', { path: { orderId } }).required('order', { load: …, view: … });
 */
export const pagesOver =
  <Sources, Context extends object>() =>
  <Path extends ParamShape = None, Query extends ParamShape = None>(
    name: string,
    { path, query }: PageParams<Path, Query> = {},
  ): Page<Sources, Context, Parsed<Path> & Parsed<Query>, None> =>
    new Page(name, path ?? {}, query ?? {}, []);
