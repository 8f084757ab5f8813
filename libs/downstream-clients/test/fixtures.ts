import type { LegacyItem, LegacyItemPage, LegacyStockRow, Order, Payment, User } from '@bff/contracts';

const at = '2026-01-01T00:00:00.000Z';
const money = { amount: 1290, currency: 'EUR' };
const address = { recipient: 'Ada', street: '1 Main St', city: 'Berlin', postalCode: '10115', country: 'DE' };

export const orderOf = (id: string, userId = 'usr_1'): Order => ({
  id,
  userId,
  status: 'paid',
  placedAt: at,
  lines: [{ sku: 'SKU-1', name: 'Pan', quantity: 1, unitPrice: money }],
  totals: { items: money, shipping: money, tax: money, total: money },
  currency: 'EUR',
  shippingAddress: address,
  billingAddress: address,
  history: [{ status: 'paid', at }],
});

export const userOf = (id: string): User => ({
  id,
  name: 'Ada',
  email: 'ada@example.test',
  tier: 'gold',
  addresses: [],
  preferences: { language: 'de', currency: 'EUR', marketingEmails: false },
  createdAt: at,
});

export const paymentOf = (id: string, orderId: string): Payment => ({
  id,
  orderId,
  userId: 'usr_1',
  status: 'captured',
  method: { type: 'card', brand: 'visa', last4: '4242' },
  amount: money,
  captures: [{ amount: money, at }],
  refunds: [],
  createdAt: at,
});

export const itemOf = (sku_code: string): LegacyItem => ({
  sku_code,
  item_desc: 'Pan',
  long_desc: '',
  cat_cd: 'KITCHEN',
  unit_price: '12.90',
  price_ccy: 'EUR',
  img_list: [],
  upd_ts: at,
});

export const stockRowOf = (sku_code: string, loc_id: string, qty_avail: string): LegacyStockRow => ({
  sku_code,
  loc_id,
  qty_avail,
  upd_ts: at,
});

/** A search that found nothing. */
export const noItems: LegacyItemPage = {
  items: [],
  page: 1,
  page_size: 20,
  total_cnt: 0,
  cat_list: [],
  price_list: [],
};
