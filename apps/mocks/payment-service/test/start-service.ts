import type { MockOverrides, MockParts } from '@bff/mock-kit';
import { loadConfig } from '@bff/service-shell';
import { composePaymentService } from '../src/composition-root.ts';
import { configSchema } from '../src/config.ts';

export interface Answer {
  readonly status: number;
  readonly mediaType: string | null;
  readonly body: unknown;
}

export interface StartedService {
  readonly adminUrl: string;
  readonly url: string;
  readonly parts: MockParts;
  get(path: string, init?: RequestInit): Promise<Answer>;
  close(): Promise<void>;
}

/** The whole service over real HTTP on free ports; silent and without latency unless `env` says otherwise. */
export async function startService(
  env: Readonly<Record<string, string>> = {},
  overrides: MockOverrides = {},
): Promise<StartedService> {
  const config = loadConfig(configSchema, {
    PORT: '0',
    ADMIN_PORT: '0',
    LOG_LEVEL: 'silent',
    MOCK_LATENCY_MEDIAN_MS: '0',
    ...env,
  });
  const service = composePaymentService(config, overrides);
  const running = await service.start();
  return {
    url: running.url,
    adminUrl: running.adminUrl,
    parts: service.parts,
    async get(path, init = {}) {
      const response = await fetch(running.url + path, init);
      const body: unknown = await response.json();
      return { status: response.status, mediaType: response.headers.get('content-type'), body };
    },
    close: () => running.close(),
  };
}
