export { type BffSurroundings, type BffWithStubs, startBffWithStubs } from './bff/bff-with-stubs.ts';
export { aPayment, aUser, anItem, anItemPage, anOrder, stockOf } from './bff/fixtures.ts';
export {
  type OpenPageOptions,
  type OpenedPage,
  type TestBrowser,
  browserHost,
  startBrowser,
} from './browser/browser.ts';
export { describeWithBrowser } from './browser/describe-with-browser.ts';
export { type Listening, listen } from './listen.ts';
export { type CheckedResponse, type ResponseCheck, responseChecker } from './openapi/response-checker.ts';
export { type Gate, createGate } from './stub-service/gate.ts';
export type { RecordedRequest } from './stub-service/recorded-request.ts';
export type { Reply, ReplyOptions } from './stub-service/reply.ts';
export { seededRandom } from './seeded-random.ts';
export { describeSettingsFile } from './settings/describe-settings-file.ts';
export * as reply from './stub-service/replies.ts';
export { type StubService, startStubService } from './stub-service/stub-service.ts';
export { VirtualClock, type VirtualClockOptions } from './virtual-clock.ts';
export { type Fields, keyConfusedJwt, signedJwt, unsignedJwt } from './token-issuer/jwt.ts';
export { type SigningAlgorithm, type SigningKey, createSigningKey } from './token-issuer/signing-key.ts';
export { type TokenIssuer, type TokenIssuerOptions, startTokenIssuer } from './token-issuer/token-issuer.ts';
export { describeWithPrometheus } from './prometheus/describe-with-prometheus.ts';
export type { FiringAlert, SeriesLabels } from './prometheus/prometheus-api.ts';
export { type PrometheusServer, startPrometheus } from './prometheus/prometheus-server.ts';
export { describeWithRedis } from './redis/describe-with-redis.ts';
export { type RedisCluster, startRedisCluster } from './redis/redis-cluster.ts';
export { redisIsInstalled } from './redis/redis-installed.ts';
export { type RedisServer, startRedis } from './redis/redis-server.ts';
export { type MockAnswer, type StartedMock, startMock } from './mock/start-mock.ts';
