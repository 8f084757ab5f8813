import type { Payment } from '@bff/contracts';
import { type Answers, skusOf } from './services.ts';

/** The page as mobile-bff sends it, in the same order, from what the services said. */
export function orderPage({ order, user, payments, stock }: Answers, requestId: string) {
  const { id, status, placedAt, totals, lines, shippingAddress } = order;
  return {
    data: {
      order: {
        id,
        status,
        placedAt,
        total: totals.total,
        lines: lines.map(({ sku, name, quantity, unitPrice }) => ({
          sku,
          name,
          quantity,
          unitPrice: unitPrice.amount,
        })),
        shipTo: {
          recipient: shippingAddress.recipient,
          city: shippingAddress.city,
          country: shippingAddress.country,
        },
      },
      customer: { name: user.name, tier: user.tier },
      payment: paymentOf(payments.at(-1)),
      stock: skusOf(order).map((sku) => ({
        sku,
        available: stock.reduce((sum, row) => (row.sku_code === sku ? sum + Number(row.qty_avail) : sum), 0),
      })),
    },
    meta: { complete: true, degraded: false, requestId, sections: {} },
  };
}

function paymentOf(payment: Payment | undefined) {
  if (payment === undefined) return { status: 'none' };
  const { status, method, amount, refunds } = payment;
  const shown = { status, method: { brand: method.brand, last4: method.last4 }, amount };
  if (refunds.length === 0) return shown;
  const refunded = refunds.reduce((sum, refund) => sum + refund.amount.amount, 0);
  return { ...shown, refunded: { amount: refunded, currency: amount.currency } };
}
