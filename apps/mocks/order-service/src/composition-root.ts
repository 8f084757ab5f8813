import { orderContract } from '@bff/contracts';
import {
  type MockConfig,
  type MockOverrides,
  type MockService,
  createMockParts,
  createMockService,
} from '@bff/mock-kit';
import { createOrderApp } from './app.ts';
import { OrderStore } from './order-store.ts';

/** Puts the order service together. Throws `ConfigError` when its data cannot be loaded. */
export function composeOrderService(config: MockConfig, overrides: MockOverrides = {}): MockService {
  const parts = createMockParts({ name: 'order-service', contract: orderContract, config, overrides });
  const store = new OrderStore(parts.dataSet.orders());
  return createMockService(createOrderApp(store, parts), parts, config);
}
