import { z } from 'zod';
import { skuSchema } from '../ids.ts';
import type { ErrorContract, ServiceContract } from '../operation.ts';
import { legacyAnswerCodes, legacyErrorSchema, legacyItemSchema } from './item.ts';
import { legacyItemsSchema, legacyStockSchema, skuCodesQuerySchema } from './queries.ts';
import { legacyItemPageSchema, searchItemsQuerySchema } from './search.ts';

const mediaType = 'application/json';

const legacyError: ErrorContract = { mediaType, schema: legacyErrorSchema };

const legacyForbidden: ErrorContract = {
  mediaType,
  schema: legacyErrorSchema.extend({ err_cd: z.literal(legacyAnswerCodes[403]) }).meta({ id: 'LegacyForbidden' }),
};

const legacyUnknownItem: ErrorContract = {
  mediaType,
  schema: legacyErrorSchema.extend({ err_cd: z.literal(legacyAnswerCodes[404]) }).meta({ id: 'LegacyUnknownItem' }),
};

/** Everything the inventory service can be asked, in its legacy dialect. */
export const inventoryOperations = {
  searchItems: {
    name: 'searchItems',
    summary: 'Items by words, category and price',
    method: 'GET',
    path: '/api/v2/items/search',
    query: searchItemsQuerySchema,
    response: legacyItemPageSchema,
    errors: { 400: legacyError, 403: legacyForbidden },
  },
  getItem: {
    name: 'getItem',
    summary: 'One item',
    method: 'GET',
    path: '/api/v2/items/{sku_code}',
    params: z.strictObject({ sku_code: skuSchema }),
    response: legacyItemSchema,
    errors: { 400: legacyError, 403: legacyForbidden, 404: legacyUnknownItem },
  },
  getItems: {
    name: 'getItems',
    summary: 'Several items',
    method: 'GET',
    path: '/api/v2/items',
    query: skuCodesQuerySchema,
    response: legacyItemsSchema,
    errors: { 400: legacyError, 403: legacyForbidden },
  },
  getStock: {
    name: 'getStock',
    summary: 'Stock of several items by warehouse',
    method: 'GET',
    path: '/api/v2/stock',
    query: skuCodesQuerySchema,
    response: legacyStockSchema,
    errors: { 400: legacyError, 403: legacyForbidden },
  },
} as const satisfies ServiceContract['operations'];

export const inventoryContract = {
  name: 'inventory',
  title: 'Inventory service',
  description: 'Products and stock by warehouse, in the dialect of an older system.',
  version: '2.0.0',
  operations: inventoryOperations,
} as const satisfies ServiceContract;
