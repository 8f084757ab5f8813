import type { Backend, Ended } from './backend.ts';

/** What became of the requests that were given to the balancer. */
export interface BalancerFigures {
  sent: number;
  /** By status. */
  readonly answered: Record<string, number>;
  /** Given to the other replica, as no connection could be made to the first. */
  refused: number;
  /** Sent on a connection that was open, and not answered: by the request's id, with the error. Nobody retries them. */
  readonly cutOff: Map<string, string>;
}

/**
 * Does what a load balancer does: takes the replicas in turn, keeps connections, stops using a replica that says
 * `Connection: close` or refuses a connection, and gives a request to the other one only if it was never sent.
 */
export class Balancer {
  readonly figures: BalancerFigures = { sent: 0, answered: {}, refused: 0, cutOff: new Map() };
  readonly #backends: readonly Backend[];
  readonly #token: string;
  #turn = 0;

  constructor(backends: readonly Backend[], token: string) {
    this.#backends = backends;
    this.#token = token;
  }

  async request(path: string): Promise<void> {
    this.figures.sent += 1;
    const id = `rolling-${this.figures.sent}`;
    for (const backend of this.#inTurn()) {
      const ended = await backend.send(path, this.#token, id);
      if (leaves(ended)) backend.inRotation = false;
      if (ended.how === 'refused') {
        this.figures.refused += 1;
        continue;
      }
      if (ended.how === 'cut-off') this.figures.cutOff.set(id, ended.error);
      else this.figures.answered[ended.status] = (this.figures.answered[ended.status] ?? 0) + 1;
      return;
    }
    this.figures.answered['nobody'] = (this.figures.answered['nobody'] ?? 0) + 1;
  }

  /** Those in rotation first, the one whose turn it is before the others. */
  #inTurn(): readonly Backend[] {
    this.#turn += 1;
    const turned = this.#backends.map((_, index, all) => all[(index + this.#turn) % all.length]);
    const backends = turned.filter((backend) => backend !== undefined);
    return backends.toSorted((a, b) => Number(b.inRotation) - Number(a.inRotation));
  }
}

const leaves = (ended: Ended): boolean => ended.how !== 'answered' || ended.closes;
