import type { OrdersQuery, ProductSearch } from '@bff/downstream-clients';
import { GraphQLError } from 'graphql';
import type { QueryOrdersArgs, QueryProductsArgs } from '../generated/resolver-types.ts';

type Given<Args, Defaulted extends keyof Args> = Args & { readonly [Name in Defaulted]-?: NonNullable<Args[Name]> };

/**
 * The question to the order service.
 *
 * @throws GraphQLError for a span that ends before it starts.
 */
export function ordersQueryOf({ first, after, filter, sort }: Given<QueryOrdersArgs, 'first' | 'sort'>): OrdersQuery {
  const { status, placedFrom, placedBefore, text } = filter ?? {};
  if (placedFrom && placedBefore && Date.parse(placedFrom) >= Date.parse(placedBefore)) {
    throw badArgument('filter.placedBefore', 'must be later than placedFrom');
  }
  return {
    cursor: after ?? undefined,
    limit: first,
    status: status ?? undefined,
    text: text ?? undefined,
    from: placedFrom ?? undefined,
    to: placedBefore ?? undefined,
    sort,
  };
}

/**
 * The question to the inventory.
 *
 * @throws GraphQLError for a price range that ends before it starts.
 */
export function productSearchOf({
  text,
  category,
  price,
  sort,
  page,
  pageSize,
}: Given<QueryProductsArgs, 'sort' | 'page' | 'pageSize'>): ProductSearch {
  const lowest = price?.lowest ?? undefined;
  const highest = price?.highest ?? undefined;
  if (lowest !== undefined && highest !== undefined && lowest > highest) {
    throw badArgument('price.highest', 'must not be lower than lowest');
  }
  return {
    text: text ?? undefined,
    category: category ?? undefined,
    price: price ? { currency: price.currency, lowest, highest } : undefined,
    sort,
    page,
    pageSize,
  };
}

const badArgument = (field: string, reason: string): GraphQLError =>
  new GraphQLError(`${field} ${reason}`, { extensions: { code: 'BAD_USER_INPUT', errors: [{ field, reason }] } });
