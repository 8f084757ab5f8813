import type { MockOverrides, MockParts } from '@bff/mock-kit';
import { loadConfig } from '@bff/service-shell';
import { type StartedMock, startMock } from '@bff/testing';
import { composePaymentService } from '../src/composition-root.ts';
import { configSchema } from '../src/config.ts';

export type StartedService = StartedMock<MockParts>;

/** The whole service over real HTTP on free ports; silent and without latency unless `env` says otherwise. */
export const startService = (
  env: Readonly<Record<string, string>> = {},
  overrides: MockOverrides = {},
): Promise<StartedService> =>
  startMock((environment) => composePaymentService(loadConfig(configSchema, environment), overrides), env);
