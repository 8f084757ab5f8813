import { inventoryOperations } from '@bff/contracts';
import { type OperationRoute, answer, notFound } from '@bff/mock-kit';
import type { InventoryStore } from './inventory-store.ts';
import { searchItems } from './search-items.ts';

/** Everything that the inventory service answers. */
export const inventoryRoutes = (store: InventoryStore): OperationRoute[] => [
  answer(inventoryOperations.searchItems, ({ query }) => searchItems(store, query)),
  answer(inventoryOperations.getItem, ({ path }) => {
    const item = store.bySku(path.sku_code);
    if (!item) throw notFound('item');
    return item;
  }),
  answer(inventoryOperations.getItems, ({ query }) => ({ items: store.bySkus(query.sku_codes) })),
  answer(inventoryOperations.getStock, ({ query }) => ({ stock: store.stockOf(query.sku_codes) })),
];
