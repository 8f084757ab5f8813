import type { Address, Money, Order, OrderLine, OrderTotals, SavedAddress, User } from '@bff/contracts';
import { fromEuroCents } from './currency-rates.ts';
import { discontinuedCount, productCount } from './data-set-size.ts';
import { orderIdAt } from './entity-ids.ts';
import { historyOf } from './order-history.ts';
import type { OrderTraits } from './order-traits.ts';
import type { Product } from './products.ts';
import { type OneOrMore, type Random, randomOf } from './random.ts';
import { instant } from './timeline.ts';
import { countryOf } from './vocabulary/countries.ts';

/** What an order is made from, besides its index. */
export interface OrderMaterial {
  readonly traits: OrderTraits;
  readonly placedAtMs: number;
  readonly user: User;
  readonly productAt: (index: number) => Product;
}

const freeShippingFromCents = 5000;
const shippingCents = 490;

/** The share of the catalogue price that was charged, in percent. */
const pricePercents: OneOrMore<number> = [100, 100, 100, 100, 95, 90, 80];

/** Order number `index`, counted from 1. */
export function orderAt(seed: number, index: number, material: OrderMaterial): Order {
  const { traits, placedAtMs, user } = material;
  const random = randomOf(seed, 'order', index);
  const lines = linesOf(material, random);
  const [home] = user.addresses;
  if (home === undefined) throw new Error(`${user.id} has an order but no address`);
  return {
    id: orderIdAt(index),
    userId: user.id,
    status: traits.status,
    placedAt: instant(placedAtMs),
    lines,
    totals: totalsOf(lines, traits, user),
    currency: user.preferences.currency,
    shippingAddress: withoutLabel(random.pick([home, ...user.addresses])),
    billingAddress: withoutLabel(home),
    history: historyOf(traits, placedAtMs, random),
  };
}

function linesOf({ traits, user, productAt }: OrderMaterial, random: Random): OrderLine[] {
  const products = new Set(traits.products);
  if (traits.discontinued) products.add(productCount + random.int(1, discontinuedCount));
  while (products.size < traits.lineCount) products.add(random.int(1, productCount));
  return [...products].map((index): OrderLine => {
    const { item, euroCents } = productAt(index);
    const percent = traits.free ? 0 : traits.products ? 100 : random.pick(pricePercents);
    return {
      sku: item.sku_code,
      name: item.item_desc,
      quantity: random.chance(0.002) ? 100 : random.pick([1, 1, 1, 1, 2, 2, 3, 6]),
      unitPrice: fromEuroCents((euroCents * percent) / 100, user.preferences.currency),
    };
  });
}

function totalsOf(lines: readonly OrderLine[], traits: OrderTraits, user: User): OrderTotals {
  const { currency } = user.preferences;
  const money = (amount: number): Money => ({ amount, currency });
  const items = lines.reduce((sum, line) => sum + line.quantity * line.unitPrice.amount, 0);
  const free = traits.free || items >= fromEuroCents(freeShippingFromCents, currency).amount;
  const shipping = free ? 0 : fromEuroCents(shippingCents, currency).amount;
  const { taxPercent } = countryOf(user.addresses[0]?.country ?? '');
  const tax = Math.round(((items + shipping) * taxPercent) / 100);
  return { items: money(items), shipping: money(shipping), tax: money(tax), total: money(items + shipping + tax) };
}

function withoutLabel(saved: SavedAddress): Address {
  const { label: _, ...address } = saved;
  return address;
}
