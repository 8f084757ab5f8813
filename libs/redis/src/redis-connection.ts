import { Cluster, Redis } from 'ioredis';
import { slotOf } from './key-slot.ts';
import { type RedisConnectionOptions, clusterSettings, singleSettings } from './redis-settings.ts';
import type { RedisTarget } from './redis-url.ts';
import type { Script } from './script.ts';

/** A Redis, on one node or a cluster. Connects in the background and for ever again; a command never waits for that. */
export class RedisConnection {
  readonly #client: Redis | Cluster;
  #trouble: string | undefined;

  constructor(target: RedisTarget, options: RedisConnectionOptions) {
    this.#client = connect(target, options);
    // Without a listener ioredis prints every failed connection to stderr.
    const note = (error: Error): void => void (this.#trouble = error.message);
    this.#client.on('error', note);
    this.#client.on('node error', note);
  }

  /** What the last error said; undefined when there was none. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  get connected(): boolean {
    return this.#client.status === 'ready';
  }

  /** Calls back whenever there is a connection again, and for the first. */
  onConnected(listener: () => void): void {
    this.#client.on('ready', listener);
  }

  /** The node that has the keys with this hash tag. */
  nodeOf(tag: string): string {
    if (this.#client instanceof Cluster) return this.#client.slots[slotOf(tag)]?.[0] ?? 'cluster';
    return 'redis';
  }

  /** Every field of a hash; none when there is no such key. */
  readHash(key: string): Promise<Readonly<Record<string, string>>> {
    return this.#client.hgetall(key);
  }

  /** Sends a script's text only to a Redis that does not know it yet, or no longer, as it was started again. */
  async run({ sha, lua }: Script, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown> {
    try {
      return await this.#client.evalsha(sha, keys.length, ...keys, ...args);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
      return this.#client.eval(lua, keys.length, ...keys, ...args);
    }
  }

  close(): void {
    this.#client.disconnect();
  }
}

function connect(target: RedisTarget, options: RedisConnectionOptions): Redis | Cluster {
  if (target.kind === 'single') return new Redis(singleSettings(target.node, options));
  const [first] = target.nodes;
  if (first === undefined) throw new TypeError('a Redis cluster has at least one node to begin with');
  const nodes = target.nodes.map(({ host, port }) => ({ host, port }));
  return new Cluster(nodes, clusterSettings(first, options));
}
