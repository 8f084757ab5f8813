import { Agent } from 'node:http';
import type { LoadAnswer, LoadRequest } from './load-request.ts';
import { sendRequest } from './send-request.ts';

export interface LoadOptions {
  /** Makes the n-th request, from 0. */
  readonly next: (index: number) => LoadRequest;
  /**
   * Requests a second, evenly spaced, sent whether or not earlier ones were answered, as independent clients do (an open
   * loop). The driver that waits for answers slows down with its server and never sees it overloaded.
   */
  readonly ratePerSecond?: number;
  /** Instead of a rate: so many clients, each sending its next request when it has its answer (a closed loop). */
  readonly clients?: number;
  readonly forMs: number;
  readonly onAnswer: (answer: LoadAnswer) => void;
  /** Hand over bodies. Default false. */
  readonly keepBodies?: boolean;
  /** Ends it early: nothing more is sent, and what is under way is still waited for. */
  readonly signal?: AbortSignal;
  /** Connections at most. Default 1,024; one that is needed beyond waits, and its wait counts as the server's. */
  readonly maxConnections?: number;
}

/**
 * Offers load over keep-alive connections. Resolves with how many requests were sent, when all have been answered or have
 * failed. Give `ratePerSecond` or `clients`.
 */
export async function offerLoad(options: LoadOptions): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.maxConnections ?? 1024, scheduling: 'lifo' });
  try {
    return await (options.ratePerSecond === undefined ? closedLoop(options, agent) : openLoop(options, agent));
  } finally {
    agent.destroy();
  }
}

/** Longest that the open loop sleeps: requests go out in small bursts, at most this far apart. */
const TICK_MS = 2;

async function openLoop({ ratePerSecond = 1, ...options }: LoadOptions, agent: Agent): Promise<number> {
  const startedAtMs = performance.now();
  const total = Math.round((ratePerSecond * options.forMs) / 1000);
  const underWay = new Set<Promise<void>>();
  let sent = 0;
  while (sent < total && options.signal?.aborted !== true) {
    const now = performance.now();
    for (; sent < total; sent += 1) {
      const dueAtMs = startedAtMs + (sent * 1000) / ratePerSecond;
      if (dueAtMs > now) break;
      const answered = send(options, agent, sent, dueAtMs).finally(() => underWay.delete(answered));
      underWay.add(answered);
    }
    await pause(TICK_MS);
  }
  await Promise.all(underWay);
  return sent;
}

async function closedLoop({ clients = 1, ...options }: LoadOptions, agent: Agent): Promise<number> {
  const endsAtMs = performance.now() + options.forMs;
  let sent = 0;
  const client = async (): Promise<void> => {
    while (performance.now() < endsAtMs && options.signal?.aborted !== true) {
      sent += 1;
      await send(options, agent, sent - 1, performance.now());
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return sent;
}

async function send(
  { next, onAnswer, keepBodies = false }: LoadOptions,
  agent: Agent,
  index: number,
  dueAtMs: number,
): Promise<void> {
  onAnswer(await sendRequest(next(index), { agent, dueAtMs, keepBody: keepBodies }));
}

/** The driver lives in real time: it meets real processes. */
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
