// Preloaded into a process under test (`node --import`): answers its parent's questions about what it holds, and stalls
// its DNS, steps its wall clock or blocks its event loop when told. It is no part of any app, and changes nothing that it
// is not asked to change.
import dns from 'node:dns';
import { EventEmitter } from 'node:events';
import { Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { blockEventLoop } from './block-event-loop.ts';
import { stepWallClock } from './step-wall-clock.ts';

/** Names below this are resolved here, to the loopback address. */
const OWN_DOMAIN = '.services.test';

/** What a process holds at one moment. */
export interface ProbeReading {
  /** Of the heap, after a full collection, in bytes. */
  readonly heapUsed: number;
  /** Of buffers, which are not on the heap, in bytes. */
  readonly arrayBuffers: number;
  readonly rss: number;
  /** User and system time so far, in microseconds. */
  readonly cpuMicros: number;
  /** What keeps the event loop busy, by type: `TCPSocketWrap`, `Timeout`, … */
  readonly resources: Readonly<Record<string, number>>;
  /** Open TCP connections that it has made, by the port they lead to; -1 for those that are still being made. */
  readonly connectionsTo: Readonly<Record<number, number>>;
  /** Of the process and everything that is open: sockets, servers, pipes. */
  readonly listeners: number;
  /** Warnings that Node has printed, such as for too many listeners. */
  readonly warnings: readonly string[];
  /** Promises that rejected with nobody there to take it. */
  readonly unhandledRejections: number;
}

export type ProbeOrder =
  | { readonly probe: 'read' }
  | { readonly probe: 'dns'; readonly stalled: readonly string[] }
  /** Puts the wall clock so far from the true time; the monotonic one goes on as it was. 0 puts it right. */
  | { readonly probe: 'wall-clock'; readonly offMs: number }
  /** Keeps the event loop from turning, as a long computation does. Answered before it begins. */
  | { readonly probe: 'block'; readonly forMs: number };

const warnings: string[] = [];
let unhandledRejections = 0;
let stalled: ReadonlySet<string> = new Set();

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

process.on('warning', ({ name, message }) => void warnings.push(`${name}: ${message}`));
// Not `unhandledRejection`: a listener for that would keep the process from ending as it does in production.
process.on('uncaughtExceptionMonitor', (_error, origin) => {
  if (origin === 'unhandledRejection') unhandledRejections += 1;
});

const realLookup = dns.lookup;
type Found = (error: Error | null, address: string | dns.LookupAddress[], family?: number) => void;
const lookup = (hostname: string, options: dns.LookupAllOptions, found: Found): void => {
  if (!hostname.endsWith(OWN_DOMAIN)) {
    realLookup(hostname, options, found);
    return;
  }
  // A resolver that never answers: what a lookup meets when the DNS server's packets are lost.
  if (stalled.has(hostname)) return;
  const address = { address: '127.0.0.1', family: 4 };
  process.nextTick(() => (options.all ? found(null, [address]) : found(null, address.address, address.family)));
};
dns.lookup = lookup as typeof dns.lookup;

function read(): ProbeReading {
  collect();
  const resources: Record<string, number> = {};
  for (const type of process.getActiveResourcesInfo()) resources[type] = (resources[type] ?? 0) + 1;
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const open = openHandles();
  return {
    heapUsed,
    arrayBuffers,
    rss,
    cpuMicros: user + system,
    resources,
    connectionsTo: connectionsTo(open),
    listeners: [process, ...open].reduce((sum, emitter) => sum + listenersOf(emitter), 0),
    warnings,
    unhandledRejections,
  };
}

/** Not in Node's documentation, but the only way to the objects behind the types of `getActiveResourcesInfo`. */
const openHandles = (): EventEmitter[] =>
  (Reflect.get(process, '_getActiveHandles') as () => unknown[])
    .call(process)
    .filter((handle) => handle instanceof EventEmitter);

const listenersOf = (emitter: EventEmitter): number =>
  emitter.eventNames().reduce((sum, name) => sum + emitter.listenerCount(name), 0);

function connectionsTo(open: readonly EventEmitter[]): Record<number, number> {
  const count: Record<number, number> = {};
  for (const handle of open) {
    // Those that were accepted have their server.
    if (!(handle instanceof Socket) || ('server' in handle && handle.server)) continue;
    if (handle.remotePort === undefined && !handle.connecting) continue;
    const port = handle.remotePort ?? -1;
    count[port] = (count[port] ?? 0) + 1;
  }
  return count;
}

process.on('message', (order: ProbeOrder) => {
  if (order.probe === 'dns') stalled = new Set(order.stalled);
  if (order.probe === 'wall-clock') stepWallClock(order.offMs);
  process.send?.(order.probe === 'read' ? read() : 'done', undefined, undefined, () => {
    if (order.probe === 'block') blockEventLoop(order.forMs);
  });
});
// The channel must not keep a process alive that has ended its work, nor its end leave one behind.
process.channel?.unref();
process.once('disconnect', () => process.exit());
