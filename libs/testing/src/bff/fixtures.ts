import type { LegacyItem, LegacyItemPage, LegacyStockRow, Order, Payment, User } from '@bff/contracts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

const address = {
  recipient: 'Ada Lovelace',
  street: 'Herengracht 1',
  city: 'Amsterdam',
  postalCode: '1015 BA',
  country: 'NL',
};

/** A paid order of two lines, by `usr_1`; override what a test is about. */
export const anOrder = (overrides: Partial<Order> = {}): Order => ({
  id: 'ord_1',
  userId: 'usr_1',
  status: 'paid',
  placedAt: '2026-10-30T08:15:00Z',
  lines: [
    { sku: 'SKU-0001', name: 'Kettle', quantity: 1, unitPrice: eur(4990) },
    { sku: 'SKU-0002', name: 'Cup', quantity: 4, unitPrice: eur(800) },
  ],
  totals: { items: eur(8190), shipping: eur(495), tax: eur(0), total: eur(8685) },
  currency: 'EUR',
  shippingAddress: address,
  billingAddress: address,
  history: [{ status: 'paid', at: '2026-10-30T08:16:00Z' }],
  ...overrides,
});

/** The payment of that order. */
export const aPayment = (overrides: Partial<Payment> = {}): Payment => ({
  id: 'pay_1',
  orderId: 'ord_1',
  userId: 'usr_1',
  status: 'captured',
  method: { type: 'card', brand: 'visa', last4: '4242' },
  amount: eur(8685),
  captures: [{ amount: eur(8685), at: '2026-10-30T08:16:00Z' }],
  refunds: [],
  createdAt: '2026-10-30T08:15:30Z',
  ...overrides,
});

/** The user who ordered it. */
export const aUser = (overrides: Partial<User> = {}): User => ({
  id: 'usr_1',
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  tier: 'gold',
  addresses: [{ ...address, label: 'Home' }],
  preferences: { language: 'en', currency: 'EUR', marketingEmails: false },
  createdAt: '2020-01-01T00:00:00Z',
  ...overrides,
});

/** A product in the inventory service's dialect, with a picture in two sizes. */
export const anItem = (overrides: Partial<LegacyItem> = {}): LegacyItem => {
  const sku = overrides.sku_code ?? 'SKU-0001';
  return {
    sku_code: sku,
    item_desc: 'Kettle',
    long_desc: 'Boils water.',
    cat_cd: 'KITCHEN',
    unit_price: '49.90',
    price_ccy: 'EUR',
    img_list: [
      { size_cd: 'TN', url: `https://img.example/${sku}/tn.jpg`, w: 80, h: 80 },
      { size_cd: 'SM', url: `https://img.example/${sku}/sm.jpg`, w: 240, h: 240 },
    ],
    upd_ts: '2026-10-30T08:00:00Z',
    ...overrides,
  };
};

/** What a search found, in the same dialect. */
export const anItemPage = (items: readonly LegacyItem[], overrides: Partial<LegacyItemPage> = {}): LegacyItemPage => ({
  items: [...items],
  page: 1,
  page_size: 20,
  total_cnt: items.length,
  cat_list: [{ cat_cd: 'KITCHEN', item_cnt: 1 }],
  price_list: [{ price_ccy: 'EUR', min_price: '49.90', max_price: '49.90', item_cnt: 1 }],
  ...overrides,
});

/** A product's stock in the same dialect: all of it in one warehouse. */
export const stockOf = (sku: string, available: number): LegacyStockRow[] => [
  { sku_code: sku, loc_id: 'WH-AMS', qty_avail: String(available), upd_ts: '2026-10-30T08:00:00Z' },
];
