import { mockConfigSchema } from '@bff/mock-kit';

/** What this process takes from its environment. */
export const configSchema = mockConfigSchema({ port: 4003, adminPort: 9103, latencyMedianMs: 40 });
