import { aPayment, aUser, anOrder } from '@bff/testing';
import { greetingFor } from './greeting.ts';
import { profileView } from './home.view.ts';
import { needsPaymentAttention } from './payment-attention.ts';

const isolated = (name: string) => `\u2068${name}\u2069`;

describe('the greeting', () => {
  it.each([
    ['en', `Hello, ${isolated('Ada')}`],
    ['de-AT', `Hallo, ${isolated('Ada')}`],
    ['ZH-Hant', `你好，${isolated('Ada')}`],
    ['tlh', `Hello, ${isolated('Ada')}`],
    ['', `Hello, ${isolated('Ada')}`],
  ])('for language %p is %p', (language, expected) => {
    expect(greetingFor('Ada', language)).toBe(expected);
  });

  it('is in the language that the user prefers', () => {
    const preferences = { language: 'fr', currency: 'EUR', marketingEmails: true };
    expect(profileView.map(aUser({ preferences }), {})).toEqual({
      greeting: `Bonjour, ${isolated('Ada Lovelace')}`,
      tier: 'gold',
    });
  });
});

describe('a payment needs attention', () => {
  const failed = aPayment({ status: 'failed' });
  const captured = aPayment();
  const free = { amount: 0, currency: 'EUR' };

  it.each([
    ['when the newest attempt failed', anOrder(), [captured, failed], true],
    ['not when a later attempt worked', anOrder(), [failed, captured], false],
    ['when a pending order has no payment', anOrder({ status: 'pending' }), [], true],
    ['not when an order was shipped on account', anOrder({ status: 'shipped' }), [], false],
    ['not when the order was cancelled', anOrder({ status: 'cancelled' }), [failed], false],
    ['not when the order was refunded', anOrder({ status: 'refunded' }), [failed], false],
    [
      'not when there is nothing to pay',
      anOrder({ status: 'pending', totals: { items: free, shipping: free, tax: free, total: free } }),
      [],
      false,
    ],
  ])('%s', (_, order, payments, expected) => {
    expect(needsPaymentAttention(order, payments)).toBe(expected);
  });
});
