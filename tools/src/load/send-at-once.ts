import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { LoadAnswer, LoadRequest } from './load-request.ts';
import { sendRequest } from './send-request.ts';

/** Clients that each keep a connection of their own and send together. */
export interface Crowd {
  /**
   * All send the request in the same moment, or evenly over `overMs`. Resolves when the last has its answer, bodies
   * included. Thousands at once keep a server busy for longer than it waits for a head that it has not come to read.
   */
  send(request: LoadRequest, options?: { readonly overMs?: number }): Promise<readonly LoadAnswer[]>;
  close(): void;
}

export function gatherCrowd(clients: number): Crowd {
  const agents = Array.from({ length: clients }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
  return {
    send: (request, { overMs = 0 } = {}) => {
      const startedAtMs = performance.now();
      return Promise.all(
        agents.map(async (agent, index) => {
          const afterMs = (overMs * index) / clients;
          if (afterMs > 0) await pause(afterMs);
          return sendRequest(request, { agent, dueAtMs: startedAtMs + afterMs, keepBody: true });
        }),
      );
    },
    close() {
      for (const agent of agents) agent.destroy();
    },
  };
}
