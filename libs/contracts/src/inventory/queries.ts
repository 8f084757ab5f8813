import { z } from 'zod';
import { skuSchema } from '../ids.ts';
import { idsInQuery } from '../query.ts';
import { legacyItemSchema, legacyStockRowSchema } from './item.ts';

export const skuCodesQuerySchema = z.strictObject({ sku_codes: idsInQuery(skuSchema) });

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
