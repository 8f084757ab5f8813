import type { Clock, Timer } from '@bff/clock';
import type { Logger } from '@bff/observability';
import type { Act } from './act.ts';
import type { Circuits, HeldAct } from './circuits.ts';
import { Exchanges } from './exchanges.ts';
import type { SharedActs } from './shared-acts.ts';
import { within } from './within.ts';

/** Between two looks at the shared store: an act reaches every replica within a second, even if one look gets lost. */
const POLL_MS = 300;
/** Spread, so that replicas that started together do not ask together for ever. */
const JITTER_MS = 50;
/** What an operator waits for to hear whether the act is shared. */
const SHARE_MS = 500;
/** How long a start may wait for what stands in the store. */
const START_MS = 300;
/** Two operators who take turns would have to be very fast to be heard this often. */
const MOST_TRIES = 3;

export interface ReplicationOptions {
  readonly circuits: Circuits;
  readonly store: SharedActs;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
}

/**
 * Keeps the circuits of this replica and the shared store at the same acts. It looks instead of being told, so nothing is missed:
 * what a replica finds when it starts, when it comes back, or at the next look is all there is to know. The store may be
 * down, hang or lose what it has at any time; one exchange is under way at most, and nobody waits for it longer than the
 * limits above.
 */
export class Replication {
  readonly #options: ReplicationOptions;
  readonly #exchanges: Exchanges;
  /** The act on a service whose operator is waiting: it insists, where one that waits for the store to come back yields. */
  readonly #insisting = new Map<string, Act>();
  readonly #firstRead = Promise.withResolvers<void>();
  #hasRead = false;
  #timer: Timer | undefined;
  #closed = false;

  constructor(options: ReplicationOptions) {
    this.#options = options;
    this.#exchanges = new Exchanges(options);
    options.store.onConnected(() => void this.#exchanges.inTurn(() => this.#look()));
    this.#pollLater();
  }

  /** Whether acts reach other replicas, as far as is known. */
  get working(): boolean {
    return this.#hasRead && this.#exchanges.working;
  }

  /** Resolves when what stands in the store has been taken over, or when that cannot be waited for any longer. */
  async started(): Promise<void> {
    await within(START_MS, this.#firstRead.promise, this.#options.clock).catch(() => {});
  }

  /** Shares an act that was just made here. Resolves when that is done, or cannot be waited for any longer. */
  async share(act: Act): Promise<void> {
    this.#insisting.set(act.service, act);
    const shared = this.#exchanges
      .inTurn(() => this.#insist(act.service))
      .finally(() => {
        if (this.#insisting.get(act.service) === act) this.#insisting.delete(act.service);
      });
    await within(SHARE_MS, shared, this.#options.clock).catch(() => {});
  }

  close(): void {
    this.#closed = true;
    this.#timer?.cancel();
    this.#firstRead.resolve();
    this.#exchanges.close();
  }

  #pollLater(): void {
    const { clock, random } = this.#options;
    if (this.#closed) return;
    const delayMs = POLL_MS + (2 * random() - 1) * JITTER_MS;
    this.#timer = clock.setTimer(delayMs, () => {
      void this.#exchanges.inTurn(() => this.#look()).then(() => this.#pollLater());
    });
  }

  async #look(): Promise<void> {
    const { circuits } = this.#options;
    const acts = await this.#exchanges.ask((store) => store.read());
    const refused: unknown[] = [];
    for (const service of circuits.services) {
      if (this.#insisting.has(service)) continue;
      await this.#reconcile(service, acts.get(service)).catch((error: unknown) => refused.push(error));
    }
    this.#hasRead = true;
    this.#firstRead.resolve();
    // A store that can only be read is still read, for every service.
    if (refused.length > 0) throw refused[0];
  }

  async #reconcile(service: string, there: Act | undefined): Promise<void> {
    const { circuits } = this.#options;
    const held = circuits.held(service);
    if (held === undefined) {
      if (there === undefined) return;
      // An isolation lasts; what else was done before this replica looked for the first time was done to others.
      if (there.act === 'isolate' || this.#hasRead) circuits.takeOver(there);
      else circuits.learn(there);
      return;
    }
    if (there?.id === held.act.id) return circuits.learn(there);
    if (there && circuits.hasReplaced(there)) circuits.follow(there);
    else if (there && there.seq > held.known) return this.#takeOver(there, held);
    // A store that lost what it had (emptied, evicted, an older copy) takes nothing back: it is told again.
    await this.#offer(service);
  }

  /** Puts the act that holds here into the store again, or at last; not over one that this replica did not know of. */
  async #offer(service: string): Promise<void> {
    const { circuits } = this.#options;
    circuits.unshare(service);
    const held = circuits.held(service);
    if (!held) return;
    const there = await this.#put(held);
    const now = circuits.held(service);
    if (there.id === held.act.id) this.#arrived(there);
    // Unless an operator was here in the meantime: then the next look decides.
    else if (now?.act.id === held.act.id) this.#takeOver(there, held);
  }

  /** Puts the act that was made here last, and after any that another replica was faster with. */
  async #insist(service: string): Promise<void> {
    const { circuits } = this.#options;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const held = circuits.held(service);
      if (!held || held.shared) return;
      const there = await this.#put(held);
      if (there.id === held.act.id) {
        this.#arrived(there);
      } else {
        if (!circuits.hasReplaced(there)) circuits.note(there);
        circuits.follow(there);
      }
    }
  }

  #put({ act, known }: HeldAct): Promise<Act> {
    return this.#exchanges.ask((store) => store.put(act, Math.min(known, act.seq - 1)));
  }

  /** The store has an act of this replica. One that was replaced here while it was on its way is not held any more. */
  #arrived(act: Act): void {
    const { circuits } = this.#options;
    if (circuits.held(act.service)?.act.id === act.id) circuits.learn(act);
  }

  #takeOver(there: Act, { act, shared }: HeldAct): void {
    const { circuits, logger } = this.#options;
    if (!shared) {
      logger.warn(
        { service: act.service, act: act.act, by: act.by, at: act.at },
        'operator act overtaken by a shared one',
      );
    }
    circuits.takeOver(there);
  }
}
