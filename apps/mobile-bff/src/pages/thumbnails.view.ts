import { type KeepSpec, view } from '@bff/aggregation';
import { type Order, orderIdSchema } from '@bff/contracts';
import type { Product } from '@bff/downstream-clients';
import { z } from 'zod';

/** The product that stands for an order in a list: its first line's. */
const leadSkuOf = (order: Order): string | undefined => order.lines[0]?.sku;

/** The products to load for the thumbnails of these orders, each once. */
export const leadSkusOf = (orders: readonly Order[]): string[] => [
  ...new Set(orders.map(leadSkuOf).filter((sku) => sku !== undefined)),
];

/** What is shown of a product in a list hardly changes, and is the same for everyone. */
export const keepProducts: KeepSpec<{ readonly orders: { readonly orders: readonly Order[] } }> = {
  key: ({ orders }) => leadSkusOf(orders.orders),
  fresh: '10m',
  staleIfError: '1d',
  audience: 'everyone',
};

/**
 * The smallest image for each order, by order id. An order whose product has no picture or has left the catalogue has no
 * entry: that is an answer. When nobody answered, the whole section is `null`.
 */
export const thumbnailsView = view(
  z.record(orderIdSchema, z.url()),
  (products: ReadonlyMap<string, Product>, { orders }: { readonly orders: { readonly orders: readonly Order[] } }) => {
    const thumbnails: Record<string, string> = {};
    for (const order of orders.orders) {
      const product = products.get(leadSkuOf(order) ?? '');
      const image = product?.images[0];
      if (image) thumbnails[order.id] = image.url;
    }
    return thumbnails;
  },
);
