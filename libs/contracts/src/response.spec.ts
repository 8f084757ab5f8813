import { inventoryOperations, legacyItemSchema, legacyStockRowSchema } from './inventory/index.ts';
import { orderOperations, orderPageSchema, orderStatusSchema } from './order/index.ts';
import { paymentMethodSchema } from './payment/index.ts';
import { answerCodes, problemSchema } from './problem.ts';

const stockRow = { sku_code: 'SKU-0001', loc_id: 'WH-AMS', qty_avail: '12', upd_ts: '2026-10-31T09:30:00.000Z' };

describe('an answer', () => {
  it('may have fields that its reader does not know: they are dropped', () => {
    expect(legacyStockRowSchema.parse({ ...stockRow, bin_loc: 'A-12' })).toEqual(stockRow);
  });

  it('must have the fields that its reader needs', () => {
    const { qty_avail: _, ...rest } = stockRow;
    expect(legacyStockRowSchema.safeParse(rest).success).toBe(false);
    expect(legacyStockRowSchema.safeParse({ ...stockRow, qty_avail: 12 }).success).toBe(false);
  });

  it('has cursors of its orders or none', () => {
    const page = { orders: [], nextCursor: null, totalCount: 0 };
    expect(orderPageSchema.parse(page)).toEqual(page);
    expect(orderPageSchema.parse({ ...page, cursors: ['a'] })).toEqual({ ...page, cursors: ['a'] });
    expect(orderPageSchema.safeParse({ ...page, cursors: [null] }).success).toBe(false);
  });

  it('never carries a card number', () => {
    expect(paymentMethodSchema.safeParse({ type: 'card', brand: 'visa', last4: '4111111111111111' }).success).toBe(
      false,
    );
  });

  it('has a known status', () => expect(orderStatusSchema.safeParse('lost').success).toBe(false));

  it.each(['12,90', '-1.00', '1.2345', ''])('has no price %j', (price) => {
    expect(legacyItemSchema.shape.unit_price.safeParse(price).success).toBe(false);
  });

  it.each([403, 404] as const)('of status %i is the service’s own by its code only', (status) => {
    const { schema } = orderOperations.getOrder.errors[status];
    const problem = { type: 'about:blank', title: 'No', status };
    expect(schema.safeParse({ ...problem, code: answerCodes[status] }).success).toBe(true);
    for (const other of [problem, { ...problem, code: 'ROUTE_NOT_FOUND' }]) {
      expect(schema.safeParse(other).success).toBe(false);
    }
  });

  it('about an unknown item is not the one about an unknown path', () => {
    const { schema } = inventoryOperations.getItem.errors[404];
    expect(schema.safeParse({ err_cd: 'INV-404-ITEM', err_msg: 'No' }).success).toBe(true);
    expect(schema.safeParse({ err_cd: 'INV-404', err_msg: 'No' }).success).toBe(false);
  });

  it('keeps the extension members of a problem (RFC 9457 section 3.2)', () => {
    const problem = { type: 'about:blank', title: 'No', status: 404, balance: 30 };
    expect(problemSchema.parse(problem)).toEqual(problem);
  });
});
