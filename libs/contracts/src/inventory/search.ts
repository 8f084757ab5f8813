import { z } from 'zod';
import { currencySchema, moneyFromDecimal } from '../money.ts';
import { integerInQuery } from '../query.ts';
import { legacyItemSchema, legacyPriceSchema } from './item.ts';

/** By sku_code, by name, by price from the lowest or from the highest. */
export const itemSortCodes = ['SKU', 'NAME', 'PRC_ASC', 'PRC_DSC'] as const;

const priceBoundSchema = legacyPriceSchema.optional().meta({
  description: 'A decimal string in price_ccy, which must be given as well. What costs exactly this is found',
});

export const searchItemsQuerySchema = z
  .strictObject({
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
    price_ccy: currencySchema.optional().meta({
      description: 'Only items that are priced in this currency. Prices are never converted',
    }),
    price_min: priceBoundSchema,
    price_max: priceBoundSchema,
    sort_cd: z
      .enum(itemSortCodes)
      .default('SKU')
      .meta({
        description:
          'SKU is the default. By price means currency after currency, since prices of two currencies do not compare. ' +
          'Items that tie are told apart by sku_code',
      }),
    page: integerInQuery({ min: 1, max: 10_000, default: 1 }),
    page_size: integerInQuery({ min: 1, max: 100, default: 20 }),
  })
  .superRefine(({ price_ccy, price_min, price_max }, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    const amountOf = (field: string, bound: string | undefined): number | undefined => {
      // One that is no number at all has been refused already.
      if (bound === undefined || !legacyPriceSchema.safeParse(bound).success) return undefined;
      const money = price_ccy === undefined ? undefined : moneyFromDecimal(bound, price_ccy);
      if (!money)
        refuse(field, price_ccy === undefined ? 'must come with price_ccy' : 'must be an amount of price_ccy');
      return money?.amount;
    };
    const min = amountOf('price_min', price_min);
    const max = amountOf('price_max', price_max);
    if (min !== undefined && max !== undefined && min > max) refuse('price_max', 'must not be lower than price_min');
  });

/** How many items of one category there are. */
export const legacyCategoryCountSchema = z
  .object({ cat_cd: z.string().min(1), item_cnt: z.int().min(1) })
  .meta({ id: 'LegacyCategoryCount' });

/** The lowest and the highest price in one currency, and how many items are priced in it. */
export const legacyPriceSpanSchema = z
  .object({
    price_ccy: currencySchema,
    min_price: legacyPriceSchema,
    max_price: legacyPriceSchema,
    item_cnt: z.int().min(1),
  })
  .meta({ id: 'LegacyPriceSpan' });

/** Each list of what else could be filtered by leaves out its own filter, so that it shows what a change would find. */
export const legacyItemPageSchema = z
  .object({
    items: z.array(legacyItemSchema).meta({ description: 'As sort_cd says' }),
    page: z.int().min(1),
    page_size: z.int().min(1),
    total_cnt: z.int().min(0),
    cat_list: z
      .array(legacyCategoryCountSchema)
      .meta({ description: 'By cat_cd. Counts what every other filter lets through, whatever `category` is' }),
    price_list: z.array(legacyPriceSpanSchema).meta({
      description: 'By price_ccy. Spans what every other filter lets through, whatever price_ccy, _min and _max are',
    }),
  })
  .meta({ id: 'LegacyItemPage' });

export type ItemSortCode = (typeof itemSortCodes)[number];
export type SearchItemsQuery = z.output<typeof searchItemsQuerySchema>;
export type LegacyCategoryCount = z.infer<typeof legacyCategoryCountSchema>;
export type LegacyPriceSpan = z.infer<typeof legacyPriceSpanSchema>;
export type LegacyItemPage = z.infer<typeof legacyItemPageSchema>;
