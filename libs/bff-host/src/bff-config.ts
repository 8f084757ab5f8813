import { type RedisTarget, parseRedisUrl } from '@bff/redis';
import {
  type ConfigField,
  type ConfigOf,
  documentUrl,
  durationMs,
  host,
  integer,
  issuer,
  logLevel,
  optional,
  port,
  text,
  url,
} from '@bff/service-shell';
import { z } from 'zod';

/** One Redis, or several nodes of a cluster separated by commas. It may hold a password, so it is never printed. */
const redisField: ConfigField<RedisTarget> = {
  env: 'REDIS_URL',
  doc: 'Redis for the cache and operator acts, so that replicas share them; without it each keeps its own in memory',
  secret: true,
  type: z.string().transform((given, context) => {
    try {
      return parseRedisUrl(given);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'must be a Redis URL' });
      return z.NEVER;
    }
  }),
};

/**
 * What every BFF takes from its environment; an app may add fields of its own. Thresholds are not here: they stand in
 * `config/<app>.yaml`, which is read again whenever it changes.
 */
export const bffConfigSchema = (ports: { readonly port: number; readonly adminPort: number }) => ({
  port: port({ env: 'PORT', doc: 'port that client apps use', default: ports.port }),
  adminPort: port({ env: 'ADMIN_PORT', doc: 'port for health, readiness and metrics', default: ports.adminPort }),
  host: host({ env: 'HOST', doc: 'address that the public port listens on', default: '127.0.0.1' }),
  adminHost: host({ env: 'ADMIN_HOST', doc: 'address that the admin port listens on', default: '127.0.0.1' }),
  orderUrl: url({ env: 'ORDER_SERVICE_URL', doc: 'the order service', default: 'http://127.0.0.1:4001' }),
  userUrl: url({ env: 'USER_SERVICE_URL', doc: 'the user service', default: 'http://127.0.0.1:4002' }),
  paymentUrl: url({ env: 'PAYMENT_SERVICE_URL', doc: 'the payment service', default: 'http://127.0.0.1:4003' }),
  inventoryUrl: url({ env: 'INVENTORY_SERVICE_URL', doc: 'the inventory service', default: 'http://127.0.0.1:4004' }),
  redis: optional(redisField),
  cacheMemoryMb: integer({
    env: 'CACHE_MEMORY_MB',
    doc: 'MiB that the cache may keep in the memory of this process, beside what is in Redis',
    default: 16,
    min: 1,
    max: 1024,
  }),
  authIssuer: issuer({
    env: 'AUTH_ISSUER',
    doc: 'what `iss` of a token must be, character by character',
    default: 'http://127.0.0.1:4002',
  }),
  authAudience: text({ env: 'AUTH_AUDIENCE', doc: 'what `aud` of a token must hold', default: 'bff' }),
  authJwksUrl: documentUrl({
    env: 'AUTH_JWKS_URL',
    doc: "the issuer's public keys (RFC 7517)",
    default: 'http://127.0.0.1:4002/.well-known/jwks.json',
  }),
  // Measured with two replicas at 300 requests a second: with none, 10 of 14,500 requests were on the wire when the
  // connection that they came on was closed; with 250 ms, which is several round trips of a balancer, none.
  shutdownDelayMs: durationMs({
    env: 'SHUTDOWN_DELAY_MS',
    doc: 'how long to go on serving, not ready, when asked to stop: what the platform needs to send requests elsewhere',
    default: 250,
    max: 60_000,
  }),
  logLevel: logLevel(),
  configDir: text({ env: 'CONFIG_DIR', doc: 'folder that holds <app>.yaml', default: 'config' }),
  environment: {
    env: 'NODE_ENV',
    doc: 'in production no Server-Timing is sent',
    default: 'development' as const,
    type: z.enum(['development', 'test', 'production']),
  },
});

export type BffConfig = ConfigOf<ReturnType<typeof bffConfigSchema>>;
