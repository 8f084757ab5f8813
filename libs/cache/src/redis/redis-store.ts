import { randomUUID } from 'node:crypto';
import type { Clock } from '@bff/clock';
import { RedisConnection, type RedisTarget, type Script } from '@bff/redis';
import type { Entry } from '../entry.ts';
import type { Looked, LookRequest, SharedStore } from '../shared-store.ts';
import { CLOCK_TOLERANCE_MS } from '../version.ts';
import { lookedFrom } from './look-reply.ts';
import { lookScript, releaseScript, writeScript } from './scripts.ts';

/** A lookup nobody waits for any more (pages give up after 25 ms) is ended after this. */
const COMMAND_MS = 50;

/**
 * Entries in Redis, on one node or a cluster. Connects in the background and for ever again. The value and the lease of a
 * key have names with the same hash tag, so that they are on one node of a cluster and a script can see both.
 */
export class RedisStore implements SharedStore {
  readonly #redis: RedisConnection;
  readonly #clock: Clock;
  /** Names this replica in leases: what an earlier load of its own left behind must not keep it from loading. */
  readonly #replica = randomUUID();

  constructor(target: RedisTarget, { clock, random }: { clock: Clock; random: () => number }) {
    this.#clock = clock;
    this.#redis = new RedisConnection(target, { random, commandMs: COMMAND_MS });
  }

  get trouble(): string | undefined {
    return this.#redis.trouble;
  }

  get connected(): boolean {
    return this.#redis.connected;
  }

  nodeOf(name: string): string {
    return this.#redis.nodeOf(name);
  }

  async look({ name, known, lease }: LookRequest): Promise<Looked> {
    const now = Math.floor(this.#clock.wallTime());
    const wanted = lease ? [lease.unlessAfter, now + lease.forMs, lease.forMs] : [];
    const args = [known?.at ?? '', known?.tie ?? '', now, this.#replica, ...wanted];
    return lookedFrom(await this.#run(lookScript, name, args));
  }

  async write(name: string, { version, payload }: Entry, keepMs: number): Promise<'stored' | 'older' | 'clock'> {
    const value = payload === undefined ? [] : [payload];
    const args = [this.#replica, version.at, version.tie, keepMs, CLOCK_TOLERANCE_MS, ...value];
    const reply = await this.#run(writeScript, name, args);
    if (reply === 'stored' || reply === 'older' || reply === 'clock') return reply;
    throw new TypeError('Redis gave another reply than its script gives');
  }

  async release(name: string): Promise<void> {
    await this.#run(releaseScript, name, [this.#replica]);
  }

  close(): void {
    this.#redis.close();
  }

  #run(script: Script, name: string, args: readonly (string | number)[]): Promise<unknown> {
    return this.#redis.run(script, [`{${name}}:value`, `{${name}}:lease`], args);
  }
}
