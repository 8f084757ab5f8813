import { z } from 'zod';
import { type KeepSpec, keepOf } from './keep.ts';
import type { Section } from './page.ts';
import { view } from './view.ts';

/** How a section is obtained that is asked for as a whole, and shown by others than a view. */
export interface SingleSectionSpec<Sources, Context, Input, Value> {
  readonly load: (sources: Sources, input: Input, context: Context) => Promise<Value>;
  /** Lets a value be shown again, fresh or stale. What must never be shown stale has none. */
  readonly keep?: KeepSpec<Input>;
}

/** A section that stands on no page: it is obtained when something asks for it. */
export interface SingleSection<Sources, Input, Value> extends Section<Sources> {
  /** Never set: carries the types. */
  readonly types?: { readonly input: Input; readonly value: Value };
}

/** It is shown as it is: what the client sees of it is somebody else's business (the resolvers of a GraphQL type). */
const asItIs = view(z.unknown(), (value) => value);

/**
 * Gives an app its `singleSection` function, as `pagesOver` does for pages: sources and context are named once.
 *
 * @example
 * const singleSection = singleSectionsOver<Services, { caller: Caller }>();
 * export const search = singleSection('products', { load: ({ inventory }, { text }: Search) => inventory.search({ text }) });
 */
export const singleSectionsOver =
  <Sources, Context extends object>() =>
  <Input extends object, Value>(
    key: string,
    { load, keep }: SingleSectionSpec<Sources, Context, Input, Value>,
  ): SingleSection<Sources, Input, Value> => ({
    key,
    required: false,
    needs: [],
    load: (sources, both: Input & Context) => load(sources, both, both),
    view: asItIs,
    ...(keep && { keep: keepOf(keep) }),
  });
