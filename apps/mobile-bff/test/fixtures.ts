import type { Order, Payment, User } from '@bff/contracts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

const address = {
  recipient: 'Ada Lovelace',
  street: 'Herengracht 1',
  city: 'Amsterdam',
  postalCode: '1015 BA',
  country: 'NL',
};

/** A paid order of two lines; override what a test is about. */
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

/** A product's stock in the inventory service's dialect: all of it in one warehouse. */
export const stockOf = (sku: string, available: number) => [
  { sku_code: sku, loc_id: 'WH-AMS', qty_avail: String(available), upd_ts: '2026-10-30T08:00:00Z' },
];
