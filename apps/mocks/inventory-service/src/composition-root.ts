import { inventoryContract } from '@bff/contracts';
import {
  type MockConfig,
  type MockOverrides,
  type MockService,
  createMockParts,
  createMockService,
} from '@bff/mock-kit';
import { createInventoryApp } from './app.ts';
import { InventoryStore } from './inventory-store.ts';

/** Puts the inventory service together. Throws `ConfigError` when its data cannot be loaded. */
export function composeInventoryService(config: MockConfig, overrides: MockOverrides = {}): MockService {
  const parts = createMockParts({ name: 'inventory-service', contract: inventoryContract, config, overrides });
  const store = new InventoryStore(parts.dataSet.products(), parts.dataSet.stock());
  return createMockService(createInventoryApp(store, parts), parts, config);
}
