import { z } from 'zod';
import { skuSchema } from '../ids.ts';
import { currencySchema } from '../money.ts';
import { instantSchema } from '../time.ts';

/** Thumbnail, small, medium, large, full size. */
export const imageSizeCodes = ['TN', 'SM', 'MD', 'LG', 'FS'] as const;

export const legacyImageSchema = z
  .object({
    size_cd: z.enum(imageSizeCodes).meta({ description: 'Thumbnail, small, medium, large, full size' }),
    url: z.url(),
    w: z.int().min(1).meta({ description: 'Width in pixels' }),
    h: z.int().min(1).meta({ description: 'Height in pixels' }),
  })
  .meta({ id: 'LegacyImage' });

export const legacyPriceSchema = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,3})?$/, 'must be a decimal number, like 12.90')
  .meta({
    description: 'A decimal string with as many decimals as the currency has',
    examples: ['12.90', '1290', '4.250'],
  });

/** A product in the words of the inventory system, which is older than the other services. */
export const legacyItemSchema = z
  .object({
    sku_code: skuSchema,
    item_desc: z.string().min(1).meta({ description: 'The product name' }),
    long_desc: z.string().meta({ description: 'May be empty' }),
    cat_cd: z
      .string()
      .min(1)
      .meta({ description: 'Category', examples: ['KITCHEN'] }),
    unit_price: legacyPriceSchema,
    price_ccy: currencySchema,
    img_list: z.array(legacyImageSchema).meta({ description: 'Smallest first; may be empty' }),
    upd_ts: instantSchema,
  })
  .meta({ id: 'LegacyItem' });

/** How much of an item one warehouse has. An item that no warehouse keeps has no row at all. */
export const legacyStockRowSchema = z
  .object({
    sku_code: skuSchema,
    loc_id: z
      .string()
      .min(1)
      .meta({ description: 'Warehouse', examples: ['WH-AMS'] }),
    qty_avail: z
      .string()
      .regex(/^\d{1,9}$/)
      .meta({ description: 'A whole number, always as a string', examples: ['12', '0'] }),
    upd_ts: instantSchema,
  })
  .meta({ id: 'LegacyStockRow' });

/**
 * The `err_cd` with which the inventory service itself says 403 and 404 of an item. Whatever else it refuses has `INV-` and
 * the status: a path that it does not know is `INV-404`.
 */
export const legacyAnswerCodes = { 403: 'INV-403', 404: 'INV-404-ITEM' } as const;

/** How the inventory service answers an error. `err_flds` is there when fields of the request were refused. */
export const legacyErrorSchema = z
  .object({
    err_cd: z
      .string()
      .min(1)
      .meta({ examples: ['INV-400', 'INV-404-ITEM'] }),
    err_msg: z.string(),
    err_flds: z.array(z.object({ fld: z.string(), msg: z.string() })).optional(),
  })
  .meta({ id: 'LegacyError' });

export type ImageSizeCode = (typeof imageSizeCodes)[number];
export type LegacyImage = z.infer<typeof legacyImageSchema>;
export type LegacyItem = z.infer<typeof legacyItemSchema>;
export type LegacyStockRow = z.infer<typeof legacyStockRowSchema>;
export type LegacyError = z.infer<typeof legacyErrorSchema>;
