import { currencySchema, integerInQuery } from '@bff/contracts';
import type { PriceRange, ProductSearch } from '@bff/downstream-clients';
import { BadRequest, type FieldError } from '@bff/errors';
import { z } from 'zod';

const minorUnits = (description: string) =>
  z
    .string()
    .regex(/^\d{1,12}$/, 'must be a whole number of minor units of the currency, like 1290')
    .transform(Number)
    .optional()
    .meta({
      description: `${description}, in minor units of \`currency\`, which must be given as well`,
      examples: [1290],
      override: ({ jsonSchema }) => {
        delete jsonSchema.pattern;
        Object.assign(jsonSchema, { type: 'integer', minimum: 0 });
      },
    });

/** What the catalogue can be asked for. */
export const productsQuery = {
  q: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'Words, all of which must occur in the name or the description' }),
  category: z
    .string()
    .regex(/^[A-Z]{1,32}$/, 'must be a category of up to 32 capital letters')
    .optional(),
  currency: currencySchema
    .optional()
    .meta({ description: 'Only products that are priced in this currency; prices are never converted' }),
  priceMin: minorUnits('The lowest price'),
  priceMax: minorUnits('The highest price'),
  sort: z
    .enum(['sku', 'name', 'price', '-price'])
    .default('sku')
    .meta({ description: 'By price means currency after currency, since prices of two currencies do not compare' }),
  page: integerInQuery({ min: 1, max: 10_000, default: 1 }),
  pageSize: integerInQuery({ min: 1, max: 100, default: 20 }),
};

type ProductsInput = { readonly [Name in keyof typeof productsQuery]: z.output<(typeof productsQuery)[Name]> };

/**
 * The question to the inventory service.
 *
 * @throws BadRequest for a price without a currency, and for a range that ends before it starts.
 */
export function productSearchOf(input: ProductsInput): ProductSearch {
  const { q, category, sort, page, pageSize } = input;
  return { text: q, category, price: priceRangeOf(input), sort, page, pageSize };
}

function priceRangeOf({ currency, priceMin, priceMax }: ProductsInput): PriceRange | undefined {
  const refused = (field: string, reason: string): FieldError => ({ in: 'query', field, reason });
  if (currency === undefined) {
    if (priceMin === undefined && priceMax === undefined) return undefined;
    throw new BadRequest([refused('currency', 'must be given with priceMin or priceMax')]);
  }
  if (priceMin !== undefined && priceMax !== undefined && priceMin > priceMax) {
    throw new BadRequest([refused('priceMax', 'must not be lower than priceMin')]);
  }
  return { currency, lowest: priceMin, highest: priceMax };
}

/** What makes one search different from another. */
export const productsKeyOf = (input: ProductsInput): string[] =>
  [input.q, input.category, input.currency, input.priceMin, input.priceMax, input.sort, input.page, input.pageSize].map(
    (value) => String(value ?? ''),
  );
