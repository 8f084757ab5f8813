import { type MockParts, createMockApp } from '@bff/mock-kit';
import type { ServiceApp } from '@bff/service-shell';
import { type IdentityIssuer, identityRouter } from './identity-issuer/index.ts';
import { userRoutes } from './routes.ts';
import type { UserStore } from './user-store.ts';

interface UserAppOptions {
  readonly store: UserStore;
  readonly issuer: IdentityIssuer;
  readonly parts: MockParts;
}

/** The user service over HTTP, and the identity issuer beside it. */
export const createUserApp = ({ store, issuer, parts }: UserAppOptions): ServiceApp =>
  createMockApp({
    ...parts,
    operations: userRoutes(store),
    afterOperations: (router) => router.use(identityRouter(issuer)),
  });
