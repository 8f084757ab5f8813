import { once } from 'node:events';
import { readBffReply } from './bff-reply.ts';
import { LightConnection, type LightReply, type ReadReply } from './light-connection.ts';

/** What is kept of an answer, with when it was due and when it had come, on `performance.now()`. */
export interface LightAnswer extends LightReply {
  readonly dueAtMs: number;
  readonly endedAtMs: number;
}

/**
 * Sends requests over keep-alive connections that are open before the first one, as those of a load balancer are, and takes
 * them in turn. What finds none free waits, and its wait counts as the server's. A request costs a fraction of what Node's
 * own client takes: three times what a BFF can do is several thousand a second, and a driver that cannot keep up would time
 * itself.
 */
export class LightClient {
  readonly #port: number;
  readonly #readReply: ReadReply;
  readonly #all: Set<LightConnection>;
  readonly #free: LightConnection[];
  readonly #waiting: ((connection: LightConnection) => void)[] = [];
  #closed = false;

  private constructor(port: number, connections: LightConnection[], readReply: ReadReply) {
    this.#port = port;
    this.#readReply = readReply;
    this.#all = new Set(connections);
    this.#free = connections;
  }

  /** `readReply` judges the replies; default: as those of a BFF with pages in REST. */
  static async open(port: number, connections: number, readReply: ReadReply = readBffReply): Promise<LightClient> {
    const all: LightConnection[] = [];
    for (let count = 0; count < connections; count += 1) {
      const connection = new LightConnection(port, readReply);
      await once(connection.socket, 'connect');
      all.push(connection);
    }
    return new LightClient(port, all, readReply);
  }

  send(request: string, dueAtMs: number): Promise<LightAnswer> {
    return new Promise((resolve) => {
      const use = (connection: LightConnection): void =>
        connection.send(request, (reply) => {
          resolve({ ...reply, dueAtMs, endedAtMs: performance.now() });
          this.#release(connection);
        });
      const free = this.#free.shift();
      if (free === undefined) this.#waiting.push(use);
      else use(free);
    });
  }

  /** Hangs up: what is under way ends as `broken`, what waits for a connection is never sent. */
  close(): void {
    this.#closed = true;
    for (const { socket } of this.#all) socket.destroy();
  }

  #release(used: LightConnection): void {
    if (this.#closed) return;
    const connection = used.socket.writable ? used : this.#replace(used);
    const next = this.#waiting.shift();
    if (next === undefined) this.#free.push(connection);
    else next(connection);
  }

  #replace(broken: LightConnection): LightConnection {
    const connection = new LightConnection(this.#port, this.#readReply);
    this.#all.delete(broken);
    this.#all.add(connection);
    return connection;
  }
}
