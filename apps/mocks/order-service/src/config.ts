import { mockConfigSchema } from '@bff/mock-kit';

/** What this process takes from its environment. */
export const configSchema = mockConfigSchema({ port: 4001, adminPort: 9101, latencyMedianMs: 25 });
