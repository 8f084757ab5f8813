export { type Caller, type Role, roles } from './caller.ts';
export { type FetchJsonOptions, fetchJson } from './fetch-json.ts';
export { type KeyLog } from './key-set.ts';
export { type KeySetLimits, defaultKeySetLimits } from './key-set-limits.ts';
export { type DistinctHeaders, requireCaller, requireRole } from './require-caller.ts';
export { type TokenVerifier, type TokenVerifierOptions, createTokenVerifier } from './token-verifier.ts';
