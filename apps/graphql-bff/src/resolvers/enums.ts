import type { Resolvers } from '../generated/resolver-types.ts';

/** What the services say, for each word of the schema. */
export const enums = {
  Role: { CUSTOMER: 'customer', SUPPORT: 'support' },
  CustomerTier: { STANDARD: 'standard', SILVER: 'silver', GOLD: 'gold', PLATINUM: 'platinum' },
  OrderStatus: {
    PENDING: 'pending',
    PAID: 'paid',
    SHIPPED: 'shipped',
    DELIVERED: 'delivered',
    CANCELLED: 'cancelled',
    REFUNDED: 'refunded',
  },
  OrderSort: { PLACED_AT_DESC: '-placedAt', PLACED_AT_ASC: 'placedAt', TOTAL_DESC: '-total', TOTAL_ASC: 'total' },
  ImageSize: { THUMBNAIL: 'thumbnail', SMALL: 'small', MEDIUM: 'medium', LARGE: 'large', FULL: 'full' },
  ProductSort: { SKU: 'sku', NAME: 'name', PRICE_ASC: 'price', PRICE_DESC: '-price' },
} as const satisfies Resolvers;
