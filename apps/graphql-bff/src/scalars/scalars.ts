import { currencySchema, instantSchema, orderIdSchema, skuSchema } from '@bff/contracts';
import { z } from 'zod';
import { checkedScalar } from './checked-scalar.ts';

const text = (schema: z.ZodType<string>, mustBe: string) => ({ literal: 'string', schema, mustBe }) as const;
const integer = (min: number, max: number) =>
  ({ literal: 'number', schema: z.int().min(min).max(max), mustBe: `a whole number from ${min} to ${max}` }) as const;

/** Every scalar of the schema that GraphQL does not have itself. */
export const scalars = {
  Instant: checkedScalar('Instant', text(instantSchema, 'an ISO 8601 time in UTC, like "2026-10-31T09:30:00.000Z"')),
  MinorUnits: checkedScalar('MinorUnits', integer(0, Number.MAX_SAFE_INTEGER)),
  CurrencyCode: checkedScalar('CurrencyCode', text(currencySchema, 'a three-letter ISO 4217 code, like "EUR"')),
  Decimal: checkedScalar('Decimal', text(z.string(), 'a decimal number as text')),
  OrderId: checkedScalar('OrderId', text(orderIdSchema, 'an order id, like "ord_00001"')),
  Sku: checkedScalar('Sku', text(skuSchema, 'a stock keeping unit, like "SKU-0001"')),
  PageSize: checkedScalar('PageSize', integer(1, 50)),
  PageNumber: checkedScalar('PageNumber', integer(1, 10_000)),
  SearchText: checkedScalar('SearchText', text(z.string().trim().min(1).max(100), 'a text of 1 to 100 characters')),
  CategoryCode: checkedScalar('CategoryCode', text(z.string().regex(/^[A-Z]{1,32}$/), 'a category, like "KITCHEN"')),
  Cursor: checkedScalar('Cursor', text(z.string().min(1).max(512), 'a cursor of this connection')),
};
