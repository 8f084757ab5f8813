// Preloaded into a process under test (`node --import`): answers its parent's questions about what it holds, and stalls
// its DNS when told. It is no part of any app, and changes nothing that it is not asked to change.
import dns from 'node:dns';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Names below this are resolved here, to the loopback address. */
const OWN_DOMAIN = '.services.test';

/** What a process holds at one moment. */
export interface ProbeReading {
  /** Of the heap, after a full collection, in bytes. */
  readonly heapUsed: number;
  readonly rss: number;
  /** User and system time so far, in microseconds. */
  readonly cpuMicros: number;
  /** What keeps the event loop busy, by type: `TCPSocketWrap`, `Timeout`, … */
  readonly resources: Readonly<Record<string, number>>;
  /** Warnings that Node has printed, such as for too many listeners. */
  readonly warnings: readonly string[];
  /** Promises that rejected with nobody there to take it. */
  readonly unhandledRejections: number;
}

export type ProbeOrder = { readonly probe: 'read' } | { readonly probe: 'dns'; readonly stalled: readonly string[] };

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
  const { heapUsed, rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return { heapUsed, rss, cpuMicros: user + system, resources, warnings, unhandledRejections };
}

process.on('message', (order: ProbeOrder) => {
  if (order.probe === 'dns') stalled = new Set(order.stalled);
  process.send?.(order.probe === 'read' ? read() : 'done');
});
// The channel must not keep a process alive that has ended its work.
process.channel?.unref();
