import { mockConfigSchema } from '@bff/mock-kit';

/** What this process takes from its environment. */
export const configSchema = mockConfigSchema({ port: 4004, adminPort: 9104, latencyMedianMs: 20 });
