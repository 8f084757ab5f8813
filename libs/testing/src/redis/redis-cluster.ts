import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../tool/free-port.ts';
import { type RedisServer, startRedis } from './redis-server.ts';

/** Three masters without replicas, which have a third of the slots each. */
export interface RedisCluster {
  readonly nodes: readonly [RedisServer, RedisServer, RedisServer];
  /** The node that has the slot of this key. */
  nodeOf(key: string): Promise<RedisServer>;
  /** Ends all nodes. */
  stop(): Promise<void>;
}

const SLOTS = 16_384;
const FORMED_WITHIN_MS = 15_000;

/**
 * Starts a cluster that goes on with two thirds of the slots when a node is gone (`cluster-require-full-coverage no`).
 * Takes about two seconds, as the nodes have to get to know each other.
 */
export async function startRedisCluster(): Promise<RedisCluster> {
  const directories: string[] = [];
  const started: RedisServer[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((node) => node.stop()));
    await Promise.all(directories.map((directory) => rm(directory, { recursive: true, force: true })));
  };
  const startNode = async (): Promise<RedisServer & { readonly busPort: number }> => {
    const directory = await mkdtemp(join(tmpdir(), 'redis-node-'));
    directories.push(directory);
    const busPort = await freePort();
    const node = await startRedis({
      'cluster-enabled': 'yes',
      'cluster-port': `${busPort}`,
      'cluster-node-timeout': '2000',
      'cluster-require-full-coverage': 'no',
      dir: directory,
    });
    started.push(node);
    return Object.assign(node, { busPort });
  };
  try {
    const nodes = [await startNode(), await startNode(), await startNode()] as const;
    await Promise.all(nodes.map((node, index) => node.command('CLUSTER', 'ADDSLOTSRANGE', ...thirdOf(index))));
    const [first, ...others] = nodes;
    for (const { port, busPort } of others) await first.command('CLUSTER', 'MEET', '127.0.0.1', port, busPort);
    await formed(nodes);
    const nodeOf = async (key: string): Promise<RedisServer> => {
      const slot = Number(await answering(nodes, 'CLUSTER', 'KEYSLOT', key));
      return nodes.find((_node, index) => slot <= thirdOf(index)[1]) ?? first;
    };
    return { nodes, nodeOf, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** First and last slot of a node. */
const thirdOf = (index: number): readonly [number, number] => [
  Math.ceil((SLOTS * index) / 3),
  Math.ceil((SLOTS * (index + 1)) / 3) - 1,
];

/** The reply of the first node that gives one. */
async function answering(nodes: readonly RedisServer[], ...args: readonly string[]): Promise<string> {
  return Promise.any(nodes.map((node) => node.command(...args)));
}

async function formed(nodes: readonly RedisServer[]): Promise<void> {
  const giveUpAt = performance.now() + FORMED_WITHIN_MS;
  for (;;) {
    const infos = await Promise.all(nodes.map((node) => node.command('CLUSTER', 'INFO')));
    if (infos.every((info) => /cluster_state:ok/.test(info) && /cluster_slots_ok:16384/.test(info))) return;
    if (performance.now() > giveUpAt) throw new Error(`the cluster did not form: ${infos.join('\n')}`);
    await sleep(20);
  }
}
