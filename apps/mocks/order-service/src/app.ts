import { type MockParts, createMockApp } from '@bff/mock-kit';
import type { ServiceApp } from '@bff/service-shell';
import type { OrderStore } from './order-store.ts';
import { orderRoutes } from './routes.ts';

/** The order service over HTTP. */
export const createOrderApp = (store: OrderStore, parts: MockParts): ServiceApp =>
  createMockApp({ ...parts, operations: orderRoutes(store) });
