import { view } from '@bff/aggregation';
import { type Order, orderIdSchema } from '@bff/contracts';
import type { Product } from '@bff/downstream-clients';
import { z } from 'zod';
import { leadSkuOf } from './order-skus.ts';
import { imageOf, productImageSchema } from './product-details.ts';

/** Wide enough for a row of a list on a dense screen. */
const SIZE = 'small';

/**
 * A picture for each order, by order id: of its first line's product, the small one where there is a choice. An order
 * whose product has no picture or has left the catalogue has no entry.
 */
export const thumbnailsView = view(
  z.record(orderIdSchema, productImageSchema),
  (products: ReadonlyMap<string, Product>, { orders }: { readonly orders: { readonly orders: readonly Order[] } }) =>
    Object.fromEntries(
      orders.orders.flatMap((order) => {
        const images = products.get(leadSkuOf(order) ?? '')?.images ?? [];
        const image = images.find(({ size }) => size === SIZE) ?? images[0];
        return image ? [[order.id, imageOf(image)]] : [];
      }),
    ),
);
