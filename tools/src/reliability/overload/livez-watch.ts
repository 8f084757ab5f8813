import { Agent, request } from 'node:http';
import { type Percentiles, percentilesOf } from '../../load/percentiles.ts';

const EVERY_MS = 25;
const GIVE_UP_MS = 5000;

/** What the admin port's `/livez` did meanwhile. */
export interface LivezFigures extends Percentiles {
  /** Not 200, or no answer within five seconds. */
  readonly failed: number;
}

/** Asks `/livez` again and again until told to stop, as the platform's probe would, only much more often. */
export function watchLivez(adminUrl: string): { stop(): Promise<LivezFigures> } {
  const agent = new Agent({ keepAlive: true });
  const tookMs: number[] = [];
  let failed = 0;
  const stopping = new AbortController();
  const ask = (): Promise<boolean> =>
    new Promise((resolve) => {
      const asked = request(`${adminUrl}/livez`, { agent, timeout: GIVE_UP_MS }, (response) => {
        response.resume().once('end', () => resolve(response.statusCode === 200));
      });
      asked
        .once('timeout', () => asked.destroy())
        .once('error', () => resolve(false))
        .end();
    });
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      const startedAtMs = performance.now();
      if (!(await ask())) failed += 1;
      tookMs.push(performance.now() - startedAtMs);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await watching;
      agent.destroy();
      return { ...percentilesOf(tookMs), failed };
    },
  };
}
