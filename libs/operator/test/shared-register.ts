import { setImmediate } from 'node:timers/promises';
import type { Act } from '../src/act.ts';
import type { SharedActs } from '../src/shared-acts.ts';

/**
 * What Redis is to the replicas of an app, without Redis: one act for each service, which only gives way to one that knows of
 * it.
 */
export class SharedRegister {
  #acts = new Map<string, Act>();
  isReadOnly = false;

  get acts(): ReadonlyMap<string, Act> {
    return this.#acts;
  }

  /** Loses everything; or an older copy takes its place. */
  become(acts: ReadonlyMap<string, Act> = new Map()): void {
    this.#acts = new Map(acts);
  }

  connect(): RegisterConnection {
    return new RegisterConnection(this);
  }

  put(act: Act, after: number): Act {
    if (this.isReadOnly) throw new Error('READONLY');
    const there = this.#acts.get(act.service);
    if (there && there.seq > after) return there;
    this.#acts.set(act.service, act);
    return act;
  }
}

/** One replica's connection, which may be cut, or hang, while others have theirs. */
export class RegisterConnection implements SharedActs {
  readonly trouble = 'ECONNREFUSED';
  /** Done once, when the next act of this replica arrives: what others did in that moment. */
  beforePut: (() => void) | undefined;
  /** The most calls that were ever under way at the same time. */
  mostInFlight = 0;
  #inFlight = 0;
  readonly #register: SharedRegister;
  #state: 'up' | 'hangs' | 'cut' = 'up';
  #listener = (): void => {};
  #held: (() => void)[] = [];

  constructor(register: SharedRegister) {
    this.#register = register;
  }

  get connected(): boolean {
    return this.#state !== 'cut';
  }

  onConnected(listener: () => void): void {
    this.#listener = listener;
    if (this.connected) void setImmediate().then(listener);
  }

  cut(): void {
    this.#state = 'cut';
  }

  /** What is sent from now on arrives when it comes back, however long ago it was given up. */
  hang(): void {
    this.#state = 'hangs';
  }

  comeBack(): void {
    const wasCut = this.#state === 'cut';
    this.#state = 'up';
    for (const arrive of this.#held.splice(0)) arrive();
    if (wasCut) this.#listener();
  }

  async read(): Promise<ReadonlyMap<string, Act>> {
    await this.#arrival();
    return new Map(this.#register.acts);
  }

  async put(act: Act, after: number): Promise<Act> {
    await this.#arrival();
    const [before] = [this.beforePut, (this.beforePut = undefined)];
    before?.();
    return this.#register.put(act, after);
  }

  close(): void {
    this.#state = 'cut';
  }

  async #arrival(): Promise<void> {
    if (this.#state === 'cut') throw new Error('ECONNRESET');
    this.#inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.#inFlight);
    if (this.#state === 'hangs') await new Promise<void>((resolve) => this.#held.push(resolve));
    else await setImmediate();
    this.#inFlight -= 1;
  }
}
