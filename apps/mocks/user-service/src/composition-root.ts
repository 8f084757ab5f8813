import { userContract, userOperations } from '@bff/contracts';
import { type MockOverrides, type MockService, createMockParts, createMockService } from '@bff/mock-kit';
import { createUserApp } from './app.ts';
import type { UserServiceConfig } from './config.ts';
import { IdentityIssuer, openSigningKey } from './identity-issuer/index.ts';
import { UserStore } from './user-store.ts';

/** A fault on the whole service must not make every BFF's tokens worthless: that is another fault, set by its name. */
const sparedByAll = [userOperations.issueToken.name, userOperations.getSigningKeys.name];

/** Puts the user service together. Rejects with `ConfigError` when its data cannot be loaded. */
export async function composeUserService(
  config: UserServiceConfig,
  overrides: MockOverrides = {},
): Promise<MockService> {
  const parts = createMockParts({ name: 'user-service', contract: userContract, config, sparedByAll, overrides });
  const store = new UserStore(parts.dataSet.users());
  const issuer = new IdentityIssuer({
    issuer: config.issuer,
    audience: config.audience,
    key: await openSigningKey(config.signingKeyFile),
    clock: parts.clock,
    userExists: (userId) => store.byId(userId) !== undefined,
  });
  return createMockService(createUserApp({ store, issuer, parts }), parts, config);
}
