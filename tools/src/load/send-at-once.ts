import { Agent } from 'node:http';
import type { LoadAnswer, LoadRequest } from './load-request.ts';
import { sendRequest } from './send-request.ts';

/** Clients that each keep a connection of their own and send together. */
export interface Crowd {
  /** All send the request in the same moment. Resolves when the last has its answer, bodies included. */
  send(request: LoadRequest): Promise<readonly LoadAnswer[]>;
  close(): void;
}

export function gatherCrowd(clients: number): Crowd {
  const agents = Array.from({ length: clients }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
  return {
    send: (request) => {
      const dueAtMs = performance.now();
      return Promise.all(agents.map((agent) => sendRequest(request, { agent, dueAtMs, keepBody: true })));
    },
    close() {
      for (const agent of agents) agent.destroy();
    },
  };
}
