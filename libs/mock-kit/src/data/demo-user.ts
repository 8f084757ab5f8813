import type { OrderTraits } from './order-traits.ts';
import { orderCount } from './data-set-size.ts';
import { orderIdAt, userIdAt } from './entity-ids.ts';

export const demoUserIndex = 1;

/** The user that examples and the developer's token are made for. */
export const demoUserId = userIdAt(demoUserIndex);

export const demoUserName = 'Ada Lindqvist';

export const demoUserEmail = 'ada.lindqvist@example.com';

/** The demo user's latest order: paid, several lines, all of it in stock. */
export const demoOrderId = orderIdAt(orderCount);

/**
 * The demo user's orders: at least one of everything that can happen to an order. By index, which is also by time; the
 * products of the first one are always in stock.
 */
export const demoOrders: ReadonlyMap<number, OrderTraits> = new Map<number, OrderTraits>([
  [orderCount, { status: 'paid', payment: 'captured', lineCount: 4, products: [1, 2, 3, 5] }],
  [19_991, { status: 'shipped', payment: 'split', lineCount: 3 }],
  [19_964, { status: 'pending', payment: 'none', lineCount: 1 }],
  [19_903, { status: 'pending', payment: 'declined', lineCount: 2 }],
  [19_702, { status: 'delivered', payment: 'captured', lineCount: 2 }],
  [19_411, { status: 'delivered', payment: 'partly-refunded', lineCount: 3 }],
  [19_008, { status: 'refunded', payment: 'refunded', lineCount: 1 }],
  [18_517, { status: 'cancelled', payment: 'declined', lineCount: 2 }],
  [18_044, { status: 'delivered', payment: 'captured', lineCount: 40 }],
  [17_123, { status: 'delivered', payment: 'captured', lineCount: 3, discontinued: true }],
  [16_006, { status: 'delivered', payment: 'none', lineCount: 1, free: true }],
  [15_250, { status: 'delivered', payment: 'retried', lineCount: 2 }],
  [14_401, { status: 'cancelled', payment: 'refunded', lineCount: 1 }],
  [12_345, { status: 'delivered', payment: 'captured', lineCount: 5 }],
  [9_870, { status: 'delivered', payment: 'captured', lineCount: 1 }],
  [5_432, { status: 'delivered', payment: 'captured', lineCount: 2 }],
]);
