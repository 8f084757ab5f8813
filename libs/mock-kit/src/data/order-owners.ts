import { userCount } from './data-set-size.ts';
import { demoOrders, demoUserIndex } from './demo-user.ts';
import { randomOf } from './random.ts';
import { hasOrders } from './users.ts';

/** Somebody has hundreds of orders: a page size that was never tried is tried by them. */
const heavyBuyerIndex = 2;
const heavyBuyerShare = 0.02;

/** Above 1, users with a low number have more orders than those with a high one. */
const skew = 1.3;

/** Whose order number `index` is. */
export function ownerOf(seed: number, index: number): number {
  if (demoOrders.has(index)) return demoUserIndex;
  const random = randomOf(seed, 'owner', index);
  if (random.chance(heavyBuyerShare)) return heavyBuyerIndex;
  const firstOther = heavyBuyerIndex + 1;
  const owner = firstOther + Math.floor(random.next() ** skew * (userCount - firstOther + 1));
  return hasOrders(owner) ? owner : owner - 1;
}
