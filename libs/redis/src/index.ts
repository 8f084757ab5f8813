export { slotOf } from './key-slot.ts';
export { RedisConnection } from './redis-connection.ts';
export type { RedisConnectionOptions } from './redis-settings.ts';
export { parseRedisUrl, type RedisNode, type RedisTarget } from './redis-url.ts';
export { type Script, script } from './script.ts';
