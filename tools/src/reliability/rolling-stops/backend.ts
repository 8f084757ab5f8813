import { Agent, get } from 'node:http';
import { type Replica, type ReplicaOptions, startReplica } from '../../running/replica.ts';
import type { WholeSystem } from '../../running/whole-system.ts';

/** How one request to a replica ended. */
export type Ended =
  /** Answered, to the last byte. */
  | { readonly how: 'answered'; readonly status: number; readonly closes: boolean }
  /** No connection was made, so nothing was sent. */
  | { readonly how: 'refused' }
  /** Sent on a connection that was there, and no whole answer came. */
  | { readonly how: 'cut-off'; readonly error: string };

/** One place behind the balancer: a replica, which is stopped and started again on the same ports. */
export class Backend {
  readonly #system: WholeSystem;
  readonly #options: ReplicaOptions;
  #replica: Replica;
  #agent = newAgent();
  /** Whether the balancer sends requests here. */
  inRotation = true;

  static async start(system: WholeSystem, options: ReplicaOptions): Promise<Backend> {
    return new Backend(system, options, await startReplica(system, options));
  }

  private constructor(system: WholeSystem, options: ReplicaOptions, replica: Replica) {
    this.#system = system;
    this.#options = options;
    this.#replica = replica;
  }

  /** Never rejects. The request carries `id`, so that it can be found in what the replica wrote. */
  send(path: string, token: string, id: string): Promise<Ended> {
    return new Promise((resolve) => {
      const headers = { authorization: `Bearer ${token}`, 'x-request-id': id };
      const sent = get(this.#replica.url + path, { agent: this.#agent, headers }, (response) => {
        const { statusCode: status = 0, headers: received } = response;
        response.resume();
        response.once('end', () => resolve({ how: 'answered', status, closes: received.connection === 'close' }));
        response.once('error', (error) => resolve({ how: 'cut-off', error: error.message }));
      });
      sent.once('error', (error: NodeJS.ErrnoException) =>
        resolve(error.syscall === 'connect' ? { how: 'refused' } : { how: 'cut-off', error: error.message }),
      );
    });
  }

  /** Ends the replica by SIGTERM. Gives its exit code, how long that took, and all that it has written. */
  async stop(): Promise<{ code: number | null; tookMs: number; output: string }> {
    const { command } = this.#replica;
    const startedAtMs = performance.now();
    const code = await command.end('SIGTERM');
    return { code, tookMs: performance.now() - startedAtMs, output: command.output() };
  }

  /** Starts it again. Resolves when it is ready and in rotation. */
  async startAgain(): Promise<void> {
    this.#agent.destroy();
    this.#agent = newAgent();
    this.#replica = await startReplica(this.#system, this.#options);
    this.inRotation = true;
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    await this.#replica.stop();
  }
}

const newAgent = (): Agent => new Agent({ keepAlive: true, maxSockets: 64, scheduling: 'fifo' });
