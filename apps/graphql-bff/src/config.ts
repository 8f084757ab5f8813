import { bffConfigSchema } from '@bff/bff-host';
import { corsOrigins } from '@bff/bff-http';
import { type ConfigOf, optional, text } from '@bff/service-shell';
import { z } from 'zod';

const switchOf = (env: string, doc: string) => ({
  env,
  doc,
  default: 'auto' as const,
  type: z.enum(['auto', 'on', 'off']),
});

/** What this process takes from its environment: what every BFF does, on ports of its own, and how open it is. */
export const configSchema = {
  ...bffConfigSchema({ port: 3003, adminPort: 9003 }),
  corsOrigins: corsOrigins(),
  playground: switchOf('PLAYGROUND', 'the playground at /; auto: outside production only'),
  introspection: switchOf('INTROSPECTION', 'whether the schema can be asked for; auto: outside production only'),
  trustedDocuments: optional(
    text({
      env: 'TRUSTED_DOCUMENTS',
      doc: 'a manifest (JSON) of the operations that are taken; without one every operation is that keeps to the limits',
    }),
  ),
  partialDataStatus: {
    env: 'PARTIAL_DATA_STATUS',
    doc: 'the status of an answer with data and errors: 200, or the 294 of the GraphQL-over-HTTP draft',
    default: 200 as const,
    type: z.enum(['200', '294']).transform((status) => (status === '294' ? (294 as const) : (200 as const))),
  },
};

export type GraphqlConfig = ConfigOf<typeof configSchema>;

/** What `auto` comes to: open to developers, closed to everyone else. */
export const isOn = (given: 'auto' | 'on' | 'off', { environment }: Pick<GraphqlConfig, 'environment'>): boolean =>
  given === 'auto' ? environment !== 'production' : given === 'on';
