import { type ConfigField, type ConfigOf, host, logLevel, port, url } from '@bff/service-shell';
import { z } from 'zod';
import { hostNames } from './security/host-names.ts';
import { defaultTargets } from './targets/default-targets.ts';
import { parseTargets } from './targets/parse-targets.ts';
import type { Target } from './targets/target.ts';

const targetsField: ConfigField<readonly Target[]> = {
  env: 'CONSOLE_TARGETS',
  doc: 'the admin ports to watch, <app>=<url> separated by commas or a JSON list; several of one app are its replicas',
  default: defaultTargets,
  type: z.string().transform((given, context) => {
    const { targets, problem } = parseTargets(given);
    if (problem === undefined) return targets;
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  }),
};

/** What this process takes from its environment. The public URLs are for the load generator and tokens alone. */
export const configSchema = {
  port: port({ env: 'PORT', default: 3000, doc: 'port of the page' }),
  adminPort: port({ env: 'ADMIN_PORT', default: 9000, doc: 'port for health, readiness and metrics' }),
  host: host({ env: 'HOST', default: '127.0.0.1', doc: 'address that the page is served on' }),
  adminHost: host({ env: 'ADMIN_HOST', default: '127.0.0.1', doc: 'address that the admin port listens on' }),
  logLevel: logLevel(),
  targets: targetsField,
  hosts: hostNames({
    env: 'CONSOLE_HOSTS',
    default: [],
    doc: 'names that the page is reached by, besides localhost and addresses',
  }),
  mobileUrl: url({ env: 'MOBILE_BFF_URL', default: 'http://127.0.0.1:3001', doc: 'where load for mobile-bff goes' }),
  webUrl: url({ env: 'WEB_BFF_URL', default: 'http://127.0.0.1:3002', doc: 'where load for web-bff goes' }),
  graphqlUrl: url({ env: 'GRAPHQL_BFF_URL', default: 'http://127.0.0.1:3003', doc: 'where load for graphql-bff goes' }),
  userUrl: url({ env: 'USER_SERVICE_URL', default: 'http://127.0.0.1:4002', doc: 'who issues tokens in development' }),
  environment: {
    env: 'NODE_ENV',
    doc: 'in production there are no faults, no load and no tokens here',
    default: 'development' as const,
    type: z.enum(['development', 'test', 'production']),
  },
};

export type ConsoleConfig = ConfigOf<typeof configSchema>;
