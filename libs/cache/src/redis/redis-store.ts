import { randomUUID } from 'node:crypto';
import type { Clock } from '@bff/clock';
import { Cluster, Redis } from 'ioredis';
import type { Entry } from '../entry.ts';
import type { Looked, LookRequest, SharedStore } from '../shared-store.ts';
import { CLOCK_TOLERANCE_MS } from '../version.ts';
import { slotOf } from './key-slot.ts';
import { lookedFrom } from './look-reply.ts';
import { clusterSettings, singleSettings } from './redis-settings.ts';
import type { RedisTarget } from './redis-url.ts';
import { type Script, lookScript, releaseScript, writeScript } from './scripts.ts';

/**
 * Entries in Redis, on one node or a cluster. Connects in the background and for ever again. The value and the lease of a
 * key have names with the same hash tag, so that they are on one node of a cluster and a script can see both.
 */
export class RedisStore implements SharedStore {
  readonly #client: Redis | Cluster;
  readonly #clock: Clock;
  /** Names this replica in leases: what an earlier load of its own left behind must not keep it from loading. */
  readonly #replica = randomUUID();
  #trouble: string | undefined;

  constructor(target: RedisTarget, { clock, random }: { clock: Clock; random: () => number }) {
    this.#clock = clock;
    this.#client = connect(target, random);
    // Without a listener ioredis prints every failed connection to stderr.
    const note = (error: Error): void => void (this.#trouble = error.message);
    this.#client.on('error', note);
    this.#client.on('node error', note);
  }

  get trouble(): string | undefined {
    return this.#trouble;
  }

  get connected(): boolean {
    return this.#client.status === 'ready';
  }

  nodeOf(name: string): string {
    if (this.#client instanceof Cluster) return this.#client.slots[slotOf(name)]?.[0] ?? 'cluster';
    return 'redis';
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
    this.#client.disconnect();
  }

  /** Sends a script's text only to a Redis that does not know it yet, or no longer, as it was started again. */
  async #run({ sha, lua }: Script, name: string, args: readonly (string | number)[]): Promise<unknown> {
    const keys = [`{${name}}:value`, `{${name}}:lease`];
    try {
      return await this.#client.evalsha(sha, keys.length, ...keys, ...args);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
      return this.#client.eval(lua, keys.length, ...keys, ...args);
    }
  }
}

function connect(target: RedisTarget, random: () => number): Redis | Cluster {
  if (target.kind === 'single') return new Redis(singleSettings(target.node, random));
  const [first] = target.nodes;
  if (first === undefined) throw new TypeError('a Redis cluster has at least one node to begin with');
  const nodes = target.nodes.map(({ host, port }) => ({ host, port }));
  return new Cluster(nodes, clusterSettings(first, random));
}
