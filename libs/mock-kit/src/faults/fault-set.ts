import type { Server } from 'node:http';
import type { Clock, Timer } from '@bff/clock';
import { ActiveFault } from './active-fault.ts';
import type { FaultRequest } from './fault.ts';
import { type ListeningSocket, listeningSocketOf } from './listening-socket.ts';

/** How long until an expired `refuse` tries again to reopen a port that something else has taken. */
const REOPEN_AGAIN_MS = 1000;

/** The faults that are on, with their expiry. Changes are done one after the other, for the port can be only in one state. */
export class FaultSet {
  readonly #clock: Clock;
  readonly #faults = new Map<string, ActiveFault>();
  readonly #expiry = new Map<string, Timer>();
  #port: ListeningSocket | undefined;
  #lastId = 0;
  #changes: Promise<unknown> = Promise.resolve();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  attach(server: Server): void {
    this.#port = listeningSocketOf(server);
  }

  /** In the order in which they were set. */
  list(): readonly ActiveFault[] {
    return [...this.#faults.values()];
  }

  set(request: FaultRequest): Promise<ActiveFault> {
    return this.#inTurn(async () => {
      const fault = new ActiveFault(`flt_${++this.#lastId}`, request, this.#clock);
      const replaced = this.list().find((other) => other.kind === fault.kind && other.route === fault.route);
      if (fault.kind === 'refuse') {
        if (!this.#port) throw new Error('refuse needs the public server: call attach() first');
        await this.#port.close();
        fault.timesFired = 1;
      }
      if (replaced) this.#forget(replaced);
      this.#faults.set(fault.id, fault);
      if (fault.forMs !== undefined) this.#expireIn(fault.forMs, fault);
      return fault;
    });
  }

  clear(id: string): Promise<boolean> {
    return this.#inTurn(async () => {
      const fault = this.#faults.get(id);
      if (!fault) return false;
      if (fault.kind === 'refuse') await this.#port?.reopen();
      this.#forget(fault);
      return true;
    });
  }

  async clearAll(): Promise<number> {
    const ids = [...this.#faults.keys()];
    const cleared = await Promise.all(ids.map((id) => this.clear(id)));
    return cleared.filter(Boolean).length;
  }

  dispose(): void {
    for (const fault of this.list()) this.#forget(fault);
  }

  #expireIn(ms: number, fault: ActiveFault): void {
    const expire = () => {
      this.clear(fault.id).catch(() => this.#faults.has(fault.id) && this.#expireIn(REOPEN_AGAIN_MS, fault));
    };
    this.#expiry.set(fault.id, this.#clock.setTimer(ms, expire));
  }

  #forget(fault: ActiveFault): void {
    this.#expiry.get(fault.id)?.cancel();
    this.#expiry.delete(fault.id);
    this.#faults.delete(fault.id);
    fault.end();
  }

  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const done = this.#changes.then(change);
    this.#changes = done.catch(() => {});
    return done;
  }
}
