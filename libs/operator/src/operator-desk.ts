import type { ActLog, LoggedAct } from './act-log.ts';
import { type CircuitView, viewOf } from './circuit-view.ts';
import type { AskedAct, Circuits } from './circuits.ts';
import type { Replication } from './replication.ts';

/**
 * Whether other replicas hear of an act: `alone` without Redis, `connected`, or `cut-off` while Redis does not answer.
 */
export type ReplicasView = 'alone' | 'connected' | 'cut-off';

export interface OperatorDeskOptions {
  readonly app: string;
  readonly circuits: Circuits;
  readonly log: ActLog;
  /** Undefined without Redis. */
  readonly replication: Replication | undefined;
}

/** What an operator sees and does. */
export class OperatorDesk {
  readonly #options: OperatorDeskOptions;

  constructor(options: OperatorDeskOptions) {
    this.#options = options;
  }

  get services(): readonly string[] {
    return this.#options.circuits.services;
  }

  circuits(): { readonly app: string; readonly replicas: ReplicasView; readonly circuits: readonly CircuitView[] } {
    const { app, replication } = this.#options;
    const replicas = replication === undefined ? 'alone' : replication.working ? 'connected' : 'cut-off';
    return { app, replicas, circuits: this.services.flatMap((service) => this.#viewOf(service)) };
  }

  /** The last ones that this replica took part in, the newest first. */
  acts(): readonly LoggedAct[] {
    return this.#options.log.acts;
  }

  /** Does it here at once, then shares it. The circuit that comes back says whether that went well. */
  async act(asked: AskedAct): Promise<CircuitView | undefined> {
    const { circuits, replication } = this.#options;
    const act = circuits.actHere(asked);
    await replication?.share(act);
    return this.#viewOf(asked.service)[0];
  }

  #viewOf(service: string): readonly CircuitView[] {
    const { circuits } = this.#options;
    const policy = circuits.policyOf(service);
    return policy ? [viewOf(policy, circuits.held(service))] : [];
  }
}
