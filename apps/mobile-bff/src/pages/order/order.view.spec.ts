import { aPayment, aUser, anOrder } from '@bff/testing';
import { customerView, orderView, paymentView, stockView } from './order.view.ts';

const input = { order: anOrder() };

describe('the order', () => {
  const shown = orderView.map(anOrder(), input);

  it('is what a phone shows, and nothing else', () => {
    expect(shown).toEqual({
      id: 'ord_1',
      status: 'paid',
      placedAt: '2026-10-30T08:15:00Z',
      total: { amount: 8685, currency: 'EUR' },
      lines: [
        { sku: 'SKU-0001', name: 'Kettle', quantity: 1, unitPrice: 4990 },
        { sku: 'SKU-0002', name: 'Cup', quantity: 4, unitPrice: 800 },
      ],
      shipTo: { recipient: 'Ada Lovelace', city: 'Amsterdam', country: 'NL' },
    });
  });

  it('is what its schema says', () => {
    expect(orderView.schema.parse(shown)).toEqual(shown);
  });
});

it('shows of the customer only name and tier', () => {
  expect(customerView.map(aUser(), input)).toEqual({ name: 'Ada Lovelace', tier: 'gold' });
});

describe('the payment', () => {
  it('is the newest one, without what nobody shows', () => {
    const payments = [aPayment({ id: 'pay_1', status: 'failed' }), aPayment({ id: 'pay_2' })];
    expect(paymentView.map(payments, input)).toEqual({
      status: 'captured',
      method: { brand: 'visa', last4: '4242' },
      amount: { amount: 8685, currency: 'EUR' },
    });
  });

  it('tells how much was given back', () => {
    const at = '2026-11-01T00:00:00Z';
    const refund = (amount: number) => ({ amount: { amount, currency: 'EUR' }, at, reason: 'damaged' });
    const shown = paymentView.map(
      [aPayment({ status: 'partially_refunded', refunds: [refund(800), refund(5)] })],
      input,
    );
    expect(shown).toMatchObject({ status: 'partially_refunded', refunded: { amount: 805, currency: 'EUR' } });
    expect(paymentView.schema.parse(shown)).toEqual(shown);
  });

  it('is an object too when nobody has paid: null is kept for "no answer"', () => {
    expect(paymentView.map([], input)).toEqual({ status: 'none' });
  });
});

describe('the stock', () => {
  it('tells a sold-out product from one that no warehouse keeps any more', () => {
    const stock = new Map([['SKU-0001', { sku: 'SKU-0001', available: 0, byWarehouse: [] }]]);
    expect(stockView.map(stock, input)).toEqual([
      { sku: 'SKU-0001', available: 0 },
      { sku: 'SKU-0002', available: 0, stocked: false },
    ]);
  });

  it('has each product once', () => {
    const [line] = anOrder().lines;
    const order = anOrder({ lines: line ? [line, line] : [] });
    expect(stockView.map(new Map(), { order })).toHaveLength(1);
  });
});
