import type { InventoryClient } from './inventory/inventory-client.ts';
import type { OrderClient } from './order/order-client.ts';
import type { PaymentClient } from './payment/payment-client.ts';
import type { UserClient } from './user/user-client.ts';

/** Every service, bound to the request that is being served. */
export interface Services {
  readonly orders: OrderClient;
  readonly users: UserClient;
  readonly payments: PaymentClient;
  readonly inventory: InventoryClient;
}

/** The names that errors, metrics, faults and configuration use. */
export const serviceNames = ['order', 'user', 'payment', 'inventory'] as const;
export type ServiceName = (typeof serviceNames)[number];
