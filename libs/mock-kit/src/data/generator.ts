import type { LegacyStockRow, Order, Payment, User } from '@bff/contracts';
import { demoOrders } from './demo-user.ts';
import { ownerOf } from './order-owners.ts';
import { drawTraits, type OrderTraits } from './order-traits.ts';
import { orderAt } from './orders.ts';
import { paymentsOf } from './payments.ts';
import { type Product, productAt } from './products.ts';
import { randomOf } from './random.ts';
import { stockAt } from './stock.ts';
import { epochMs, placedAtMs } from './timeline.ts';
import { userAt } from './users.ts';

/**
 * Makes any entity from the seed and its index, counted from 1. Two processes with the same seed make the same, without
 * a word to each other. Users and products are kept once made, because many orders name the same.
 */
export class Generator {
  readonly #seed: number;
  readonly #users = new Map<number, User>();
  readonly #products = new Map<number, Product>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  user(index: number): User {
    return kept(this.#users, index, () => userAt(this.#seed, index));
  }

  product(index: number): Product {
    return kept(this.#products, index, () => productAt(this.#seed, index));
  }

  stock(productIndex: number): LegacyStockRow[] {
    return stockAt(this.#seed, productIndex);
  }

  order(index: number): Order {
    return this.#order(index).order;
  }

  payments(orderIndex: number): Payment[] {
    const { order, traits } = this.#order(orderIndex);
    return paymentsOf(this.#seed, order, traits);
  }

  #order(index: number): { order: Order; traits: OrderTraits } {
    const random = randomOf(this.#seed, 'order-traits', index);
    const placed = placedAtMs(index, random.next());
    const traits = demoOrders.get(index) ?? drawTraits(epochMs - placed, random);
    const user = this.user(ownerOf(this.#seed, index));
    const order = orderAt(this.#seed, index, {
      traits,
      placedAtMs: placed,
      user,
      productAt: (productIndex) => this.product(productIndex),
    });
    return { order, traits };
  }
}

function kept<T>(known: Map<number, T>, index: number, make: () => T): T {
  const present = known.get(index);
  if (present !== undefined) return present;
  const made = make();
  known.set(index, made);
  return made;
}
