import { z } from 'zod';
import { skuSchema } from '../ids.ts';
import { idsInQuery } from '../query.ts';
import { legacyItemSchema, legacyStockRowSchema } from './item.ts';

/**
 * How many SKUs one request may ask for: those of 50 orders with 6 lines each. 300 of the longest kind, 33 characters with
 * the comma, are just under 10 KB, which leaves room for the headers in the 16 KiB that a Node server takes for a head.
 */
export const maxSkusPerRequest = 300;

export const skuCodesQuerySchema = z.strictObject({ sku_codes: idsInQuery(skuSchema, { max: maxSkusPerRequest }) });

export const legacyItemsSchema = z
  .object({
    items: z
      .array(legacyItemSchema)
      .meta({ description: 'In the order they were asked for; unknown ones are left out' }),
  })
  .meta({ id: 'LegacyItems' });

export const legacyStockSchema = z
  .object({
    stock: z
      .array(legacyStockRowSchema)
      .meta({ description: 'By sku_code as asked, then by loc_id; unknown sku_codes have no rows' }),
  })
  .meta({ id: 'LegacyStock' });
