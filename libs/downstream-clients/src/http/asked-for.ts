import { ContractBreach } from './contract-breach.ts';

/**
 * Passes on what was asked for and refuses anything else. A service that answers with another customer's data, by a
 * mixed-up cache or a bug, must not be believed.
 *
 * @throws ContractBreach when one of the items is not about what was asked for.
 */
export function askedFor<T>(items: readonly T[], isAskedFor: (item: T) => boolean): readonly T[] {
  if (!items.every(isAskedFor)) throw new ContractBreach('the answer holds something that was not asked for');
  return items;
}

/** The same for a single thing. */
export function theOneAskedFor<T>(item: T, isAskedFor: (item: T) => boolean): T {
  askedFor([item], isAskedFor);
  return item;
}
