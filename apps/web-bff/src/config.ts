import { bffConfigSchema } from '@bff/bff-host';
import { corsOrigins } from '@bff/bff-http';
import type { ConfigOf } from '@bff/service-shell';

/** What this process takes from its environment: what every BFF does, on ports of its own, and who may call it from a browser. */
export const configSchema = {
  ...bffConfigSchema({ port: 3002, adminPort: 9002 }),
  corsOrigins: corsOrigins(),
};

export type WebConfig = ConfigOf<typeof configSchema>;
