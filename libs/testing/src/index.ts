export { type Gate, createGate } from './stub-service/gate.ts';
export type { RecordedRequest } from './stub-service/recorded-request.ts';
export type { Reply, ReplyOptions } from './stub-service/reply.ts';
export * as reply from './stub-service/replies.ts';
export { type StubService, startStubService } from './stub-service/stub-service.ts';
export { VirtualClock, type VirtualClockOptions } from './virtual-clock.ts';
export { type Fields, keyConfusedJwt, signedJwt, unsignedJwt } from './token-issuer/jwt.ts';
export { type SigningAlgorithm, type SigningKey, createSigningKey } from './token-issuer/signing-key.ts';
export { type TokenIssuer, type TokenIssuerOptions, startTokenIssuer } from './token-issuer/token-issuer.ts';
