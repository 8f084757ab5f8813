import { host, logLevel, port, text, url } from '@bff/service-shell';
import { z } from 'zod';

/** What this process takes from its environment. Thresholds stand in `config/mobile-bff.yaml`. */
export const configSchema = {
  port: port({ env: 'PORT', doc: 'port that client apps use', default: 3001 }),
  adminPort: port({ env: 'ADMIN_PORT', doc: 'port for health, readiness and metrics', default: 9001 }),
  host: host({ env: 'HOST', doc: 'address that the public port listens on', default: '127.0.0.1' }),
  adminHost: host({ env: 'ADMIN_HOST', doc: 'address that the admin port listens on', default: '127.0.0.1' }),
  orderUrl: url({ env: 'ORDER_SERVICE_URL', doc: 'the order service', default: 'http://127.0.0.1:4001' }),
  userUrl: url({ env: 'USER_SERVICE_URL', doc: 'the user service', default: 'http://127.0.0.1:4002' }),
  paymentUrl: url({ env: 'PAYMENT_SERVICE_URL', doc: 'the payment service', default: 'http://127.0.0.1:4003' }),
  inventoryUrl: url({ env: 'INVENTORY_SERVICE_URL', doc: 'the inventory service', default: 'http://127.0.0.1:4004' }),
  authIssuer: url({ env: 'AUTH_ISSUER', doc: 'what `iss` of a token must be', default: 'http://127.0.0.1:4002' }),
  authAudience: text({ env: 'AUTH_AUDIENCE', doc: 'what `aud` of a token must hold', default: 'bff' }),
  authJwksUrl: url({
    env: 'AUTH_JWKS_URL',
    doc: "the issuer's public keys (RFC 7517)",
    default: 'http://127.0.0.1:4002/.well-known/jwks.json',
  }),
  logLevel: logLevel(),
  configDir: text({ env: 'CONFIG_DIR', doc: 'folder that holds mobile-bff.yaml', default: 'config' }),
  environment: {
    env: 'NODE_ENV',
    doc: 'in production no Server-Timing is sent',
    default: 'development' as const,
    type: z.enum(['development', 'test', 'production']),
  },
};
