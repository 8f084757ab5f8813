import { z } from 'zod';
import { skuSchema } from '../ids.ts';
import { idsInQuery, integerInQuery } from '../query.ts';
import { legacyItemSchema, legacyStockRowSchema } from './item.ts';

export const skuCodesQuerySchema = z.strictObject({ sku_codes: idsInQuery(skuSchema) });

export const legacyItemsSchema = z
  .object({
    items: z
      .array(legacyItemSchema)
      .meta({ description: 'In the order they were asked for; unknown ones are left out' }),
  })
  .meta({ id: 'LegacyItems' });

export const searchItemsQuerySchema = z.strictObject({
  q: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'Words of the name or the description, upper or lower case alike; all of them must occur' }),
  category: z
    .string()
    .regex(/^[A-Z]{1,32}$/, 'must be up to 32 capital letters')
    .optional()
    .meta({ description: 'cat_cd' }),
  page: integerInQuery({ min: 1, max: 10_000, default: 1 }),
  page_size: integerInQuery({ min: 1, max: 100, default: 20 }),
});

export const legacyItemPageSchema = z
  .object({
    items: z.array(legacyItemSchema).meta({ description: 'By sku_code' }),
    page: z.int().min(1),
    page_size: z.int().min(1),
    total_cnt: z.int().min(0),
  })
  .meta({ id: 'LegacyItemPage' });

export const legacyStockSchema = z
  .object({
    stock: z
      .array(legacyStockRowSchema)
      .meta({ description: 'By sku_code as asked, then by loc_id; unknown sku_codes have no rows' }),
  })
  .meta({ id: 'LegacyStock' });

export type SearchItemsQuery = z.output<typeof searchItemsQuerySchema>;
export type LegacyItemPage = z.infer<typeof legacyItemPageSchema>;
