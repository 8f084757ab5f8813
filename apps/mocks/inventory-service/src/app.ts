import { type MockParts, createMockApp } from '@bff/mock-kit';
import type { ServiceApp } from '@bff/service-shell';
import type { InventoryStore } from './inventory-store.ts';
import { answerLegacyError, refuseUnknownPath } from './legacy-errors.ts';
import { inventoryRoutes } from './routes.ts';

/** The inventory service over HTTP. */
export const createInventoryApp = (store: InventoryStore, parts: MockParts): ServiceApp =>
  createMockApp({
    ...parts,
    operations: inventoryRoutes(store),
    afterOperations: (router) => router.use(refuseUnknownPath, answerLegacyError),
  });
