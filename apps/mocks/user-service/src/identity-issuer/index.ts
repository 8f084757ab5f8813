export { IdentityIssuer, type IdentityIssuerOptions, type IssuerMetadata, defaultScopes } from './identity-issuer.ts';
export { identityRouter } from './identity-router.ts';
export { type SigningKey, openSigningKey } from './signing-key.ts';
