import { randomUUID } from 'node:crypto';
import type { Clock } from '@bff/clock';
import type { ServicePolicy } from '@bff/resilience';
import type { ActLog } from './act-log.ts';
import type { Act, ActName } from './act.ts';

/** Ids of acts that were replaced here before they were known to be shared. */
const MOST_REPLACED = 20;

/** The last act on a circuit, as this replica has it. */
export interface HeldAct {
  readonly act: Act;
  /** Whether the shared store has it. */
  readonly shared: boolean;
  /** The highest number of the shared acts that this one is or comes after. What is above it, this replica has not known of. */
  readonly known: number;
  /** Acts that were asked for here before this one and may have got into the store, although nobody heard of it. */
  readonly replaced: readonly string[];
}

export interface CircuitsOptions {
  /** One for each service of this process. */
  readonly policies: readonly ServicePolicy[];
  readonly clock: Clock;
  readonly log: ActLog;
}

/** What an operator asks for. */
export type AskedAct = Pick<Act, 'service' | 'act' | 'by' | 'reason'>;

/** The circuits of this process, and for each the act that holds here. */
export class Circuits {
  readonly #options: CircuitsOptions;
  readonly #policies: ReadonlyMap<string, ServicePolicy>;
  readonly #held = new Map<string, HeldAct>();

  constructor(options: CircuitsOptions) {
    this.#options = options;
    this.#policies = new Map(options.policies.map((policy) => [policy.service, policy]));
  }

  get services(): readonly string[] {
    return [...this.#policies.keys()];
  }

  policyOf(service: string): ServicePolicy | undefined {
    return this.#policies.get(service);
  }

  held(service: string): HeldAct | undefined {
    return this.#held.get(service);
  }

  /** Does what an operator asks of this replica. It holds here at once, whether or not it can be shared. */
  actHere(asked: AskedAct): Act {
    const { clock, log } = this.#options;
    const before = this.#held.get(asked.service);
    const at = new Date(clock.wallTime()).toISOString();
    const act: Act = { id: randomUUID(), ...asked, at, seq: (before?.act.seq ?? 0) + 1 };
    const unshared = before && !before.shared ? [...before.replaced, before.act.id].slice(-MOST_REPLACED) : [];
    this.#held.set(asked.service, { act, shared: false, known: before?.known ?? 0, replaced: unshared });
    this.#apply(act.service, act.act);
    log.add(act, 'here');
    return act;
  }

  /** Does what was asked of another replica. */
  takeOver(act: Act): void {
    this.learn(act);
    this.#apply(act.service, act.act);
    this.note(act);
  }

  /** Holds an act that the shared store has, and leaves the circuit as it is. */
  learn(act: Act): void {
    this.#held.set(act.service, { act, shared: true, known: act.seq, replaced: [] });
  }

  /** Puts another replica's act on record, and no more. */
  note(act: Act): void {
    this.#options.log.add(act, 'another replica');
  }

  hasReplaced({ service, id }: Act): boolean {
    return this.#held.get(service)?.replaced.includes(id) ?? false;
  }

  /** The act that holds here comes after this one, which the store has. */
  follow({ service, seq }: Act): void {
    const held = this.#held.get(service);
    if (!held || held.known >= seq) return;
    this.#held.set(service, { ...held, act: { ...held.act, seq: Math.max(held.act.seq, seq + 1) }, known: seq });
  }

  /** The shared store may no longer have the act that holds here. */
  unshare(service: string): void {
    const held = this.#held.get(service);
    if (held) this.#held.set(service, { ...held, shared: false });
  }

  #apply(service: string, act: ActName): void {
    this.#policies.get(service)?.breaker[act]();
  }
}
