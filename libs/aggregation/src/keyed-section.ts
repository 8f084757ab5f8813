import type { DownstreamError } from '@bff/errors';
import { type Keep, type KeepSpec, keepOf } from './keep.ts';

/** How values are obtained that are asked for by key, many at a time. */
export interface KeyedSectionSpec<Sources, Context, Value> {
  /**
   * Loads the values of these keys, each key once, by as few calls as the service allows. A key that the service has
   * nothing for has no entry. Rejects when a call failed: half of the values would look like all of them.
   */
  readonly load: (sources: Sources, keys: readonly string[], context: Context) => Promise<ReadonlyMap<string, Value>>;
  /**
   * What to answer for a key that the service has nothing for. Default: null, which is an answer too: a product that has
   * left the catalogue.
   */
  readonly absent?: () => DownstreamError;
  /** Lets each value be shown again, fresh or stale, under its own key. What must never be shown stale has none. */
  readonly keep?: Omit<KeepSpec<never>, 'key'>;
}

/** A section of which many values are asked for at once, as the engine runs it. */
export interface KeyedSection<Sources, Context, Value> {
  /** Its name in metrics, logs and the cache. */
  readonly key: string;
  readonly load: KeyedSectionSpec<Sources, Context, Value>['load'];
  readonly absent: (() => DownstreamError) | undefined;
  readonly keep: Omit<Keep, 'key'> | undefined;
}

/**
 * Gives an app its `keyedSection` function, as `pagesOver` does for pages: sources and context are named once.
 *
 * @example
 * const keyedSection = keyedSectionsOver<Services, { caller: Caller }>();
 * export const stock = keyedSection('stock', { load: ({ inventory }, skus) => inventory.stock(skus) });
 */
export const keyedSectionsOver =
  <Sources, Context extends object>() =>
  <Value>(
    key: string,
    { load, absent, keep }: KeyedSectionSpec<Sources, Context, Value>,
  ): KeyedSection<Sources, Context, Value> => ({ key, load, absent, keep: keep && keepOf({ ...keep, key: () => [] }) });
