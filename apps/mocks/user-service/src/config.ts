import { mockConfigSchema } from '@bff/mock-kit';
import { type ConfigOf, issuer, optional, text } from '@bff/service-shell';

/** What this process takes from its environment. */
export const configSchema = {
  ...mockConfigSchema({ port: 4002, adminPort: 9102, latencyMedianMs: 15 }),
  issuer: issuer({ env: 'AUTH_ISSUER', default: 'http://127.0.0.1:4002', doc: '`iss` of the tokens that it issues' }),
  audience: text({ env: 'AUTH_AUDIENCE', default: 'bff', doc: '`aud` of the tokens that it issues' }),
  signingKeyFile: optional(
    text({
      env: 'AUTH_SIGNING_KEY_FILE',
      doc: 'keeps the signing key, so that tokens outlive a restart; made when it is not there. Unset: a new key each time',
    }),
  ),
};

export type UserServiceConfig = ConfigOf<typeof configSchema>;
