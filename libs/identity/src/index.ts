export { type Caller, type Role, roles } from './caller.ts';
export { type DistinctHeaders, requireCaller, requireRole, requireScope } from './require-caller.ts';
export { type KeyLog, type TokenVerifier, type TokenVerifierOptions, createTokenVerifier } from './token-verifier.ts';
