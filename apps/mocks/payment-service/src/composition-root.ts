import { paymentContract } from '@bff/contracts';
import {
  type MockConfig,
  type MockOverrides,
  type MockService,
  createMockParts,
  createMockService,
} from '@bff/mock-kit';
import { createPaymentApp } from './app.ts';
import { PaymentStore } from './payment-store.ts';

/** Puts the payment service together. Throws `ConfigError` when its data cannot be loaded. */
export function composePaymentService(config: MockConfig, overrides: MockOverrides = {}): MockService {
  const parts = createMockParts({ name: 'payment-service', contract: paymentContract, config, overrides });
  const store = new PaymentStore(parts.dataSet.payments());
  return createMockService(createPaymentApp(store, parts), parts, config);
}
