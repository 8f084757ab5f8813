import { aPayment } from '@bff/testing';
import { paymentTimelineView } from './payment-timeline.view.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const show = (...payments: Parameters<typeof aPayment>[0][]) => paymentTimelineView.map(payments.map(aPayment), {});

describe('the payment of an order', () => {
  it('stands as the newest attempt says, and tells every step of every attempt in the order of time', () => {
    const shown = show(
      {
        id: 'pay_1',
        status: 'failed',
        captures: [],
        createdAt: '2026-10-30T08:00:00Z',
        failureReason: 'card_declined',
      },
      {
        id: 'pay_2',
        status: 'partially_refunded',
        createdAt: '2026-10-30T08:10:00Z',
        captures: [
          { amount: eur(5000), at: '2026-10-30T09:00:00Z' },
          { amount: eur(3685), at: '2026-11-01T09:00:00Z' },
        ],
        refunds: [
          { amount: eur(800), at: '2026-10-31T09:00:00Z', reason: 'damaged' },
          { amount: eur(5), at: '2026-11-02T09:00:00Z', reason: 'late' },
        ],
      },
    );
    expect(shown).toMatchObject({
      status: 'partially_refunded',
      amount: eur(8685),
      captured: eur(8685),
      refunded: eur(805),
    });
    expect(shown.status !== 'none' && shown.events).toEqual([
      { type: 'failed', at: '2026-10-30T08:00:00Z', amount: eur(8685), paymentId: 'pay_1', reason: 'card_declined' },
      { type: 'authorised', at: '2026-10-30T08:10:00Z', amount: eur(8685), paymentId: 'pay_2' },
      { type: 'captured', at: '2026-10-30T09:00:00Z', amount: eur(5000), paymentId: 'pay_2' },
      { type: 'refunded', at: '2026-10-31T09:00:00Z', amount: eur(800), paymentId: 'pay_2', reason: 'damaged' },
      { type: 'captured', at: '2026-11-01T09:00:00Z', amount: eur(3685), paymentId: 'pay_2' },
      { type: 'refunded', at: '2026-11-02T09:00:00Z', amount: eur(5), paymentId: 'pay_2', reason: 'late' },
    ]);
    expect(paymentTimelineView.schema.parse(shown)).toEqual(shown);
  });

  it('that is only authorised has nothing captured yet', () => {
    expect(show({ status: 'authorised', captures: [] })).toMatchObject({
      status: 'authorised',
      captured: eur(0),
      refunded: eur(0),
      events: [{ type: 'authorised' }],
    });
  });

  it('is an object too when nobody has paid: null is kept for "no answer"', () => {
    expect(show()).toEqual({ status: 'none' });
  });
});
