import type { Looked } from './shared-store.ts';

/** Lookups under way, so that callers that ask for one key at the same time ask Redis once. */
export class Lookups {
  readonly #running = new Map<string, Promise<Looked | undefined>>();

  join(name: string, look: () => Promise<Looked | undefined>): Promise<Looked | undefined> {
    const running = this.#running.get(name);
    if (running) return running;
    const started = look().finally(() => this.#running.delete(name));
    this.#running.set(name, started);
    return started;
  }
}
