import type { Order } from '@bff/contracts';

/** The products of an order, each once. */
export const skusOf = (order: Order): string[] => [...new Set(order.lines.map(({ sku }) => sku))];

/** The product that stands for an order in a list: its first line's. */
export const leadSkuOf = (order: Order): string | undefined => order.lines[0]?.sku;

/** The products that stand for these orders, each once: never more than there are orders. */
export const leadSkusOf = (orders: readonly Order[]): string[] => [
  ...new Set(orders.map(leadSkuOf).filter((sku) => sku !== undefined)),
];
