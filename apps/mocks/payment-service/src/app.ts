import { type MockParts, createMockApp } from '@bff/mock-kit';
import type { ServiceApp } from '@bff/service-shell';
import type { PaymentStore } from './payment-store.ts';
import { paymentRoutes } from './routes.ts';

/** The payment service over HTTP. */
export const createPaymentApp = (store: PaymentStore, parts: MockParts): ServiceApp =>
  createMockApp({ ...parts, operations: paymentRoutes(store) });
