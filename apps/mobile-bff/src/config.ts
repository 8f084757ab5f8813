import { bffConfigSchema } from '@bff/bff-host';

/** What this process takes from its environment: what every BFF does, on ports of its own. */
export const configSchema = bffConfigSchema({ port: 3001, adminPort: 9001 });
