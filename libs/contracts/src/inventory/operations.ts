import { z } from 'zod';
import { skuSchema } from '../ids.ts';
import type { ErrorContract, ServiceContract } from '../operation.ts';
import { legacyErrorSchema, legacyItemSchema } from './item.ts';
import { legacyItemsSchema, legacyStockSchema, skuCodesQuerySchema } from './queries.ts';
import { legacyItemPageSchema, searchItemsQuerySchema } from './search.ts';

const legacyError: ErrorContract = { mediaType: 'application/json', schema: legacyErrorSchema };

/** Everything the inventory service can be asked, in its legacy dialect. */
export const inventoryOperations = {
  searchItems: {
    name: 'searchItems',
    summary: 'Items by words, category and price',
    method: 'GET',
    path: '/api/v2/items/search',
    query: searchItemsQuerySchema,
    response: legacyItemPageSchema,
    errors: { 400: legacyError },
  },
  getItem: {
    name: 'getItem',
    summary: 'One item',
    method: 'GET',
    path: '/api/v2/items/{sku_code}',
    params: z.strictObject({ sku_code: skuSchema }),
    response: legacyItemSchema,
    errors: { 400: legacyError, 404: legacyError },
  },
  getItems: {
    name: 'getItems',
    summary: 'Several items',
    method: 'GET',
    path: '/api/v2/items',
    query: skuCodesQuerySchema,
    response: legacyItemsSchema,
    errors: { 400: legacyError },
  },
  getStock: {
    name: 'getStock',
    summary: 'Stock of several items by warehouse',
    method: 'GET',
    path: '/api/v2/stock',
    query: skuCodesQuerySchema,
    response: legacyStockSchema,
    errors: { 400: legacyError },
  },
} as const satisfies ServiceContract['operations'];

export const inventoryContract = {
  name: 'inventory',
  title: 'Inventory service',
  description: 'Products and stock by warehouse, in the dialect of an older system.',
  version: '2.0.0',
  operations: inventoryOperations,
} as const satisfies ServiceContract;
