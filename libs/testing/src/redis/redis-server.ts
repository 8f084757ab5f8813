import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { guardOf } from '../tool/guard-of.ts';
import { freePort } from '../tool/free-port.ts';
import { redisCommand } from './redis-command.ts';

/** A redis-server of the test's own: in memory only, on a free port of 127.0.0.1. */
export interface RedisServer {
  readonly port: number;
  /** `redis://127.0.0.1:<port>` */
  readonly url: string;
  /** SIGSTOP: connections stay open and the kernel accepts new ones, but nothing is answered. */
  pause(): void;
  /** SIGCONT: it works off what was sent to it in the meantime. */
  resume(): void;
  /** SIGKILL, also while paused. Connections are reset; everything it held is gone. */
  kill(): Promise<void>;
  /** Starts it again on the same port, empty. */
  start(): Promise<void>;
  /** See `redisCommand`. */
  command(...args: readonly (string | number)[]): Promise<string>;
  /** Ends it for good. */
  stop(): Promise<void>;
}

const STARTS = 5;
const READY_WITHIN_MS = 5000;

/** Starts one, and again with another port when somebody else was faster to take it. `config` is as in redis.conf. */
export async function startRedis(config: Readonly<Record<string, string>> = {}): Promise<RedisServer> {
  for (let attempt = 1; ; attempt += 1) {
    const server = new Server(await freePort(), config);
    try {
      await server.start();
      return server;
    } catch (error) {
      await server.stop();
      if (attempt === STARTS) throw error;
    }
  }
}

class Server implements RedisServer {
  readonly port: number;
  readonly url: string;
  readonly #args: readonly string[];
  #child: ChildProcess | undefined;
  #output = '';

  constructor(port: number, config: Readonly<Record<string, string>>) {
    this.port = port;
    this.url = `redis://127.0.0.1:${port}`;
    const settings = { port: `${port}`, bind: '127.0.0.1', save: '', appendonly: 'no', ...config };
    this.#args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  }

  async start(): Promise<void> {
    if (this.#child) throw new Error('this redis-server is running');
    this.#output = '';
    const child = spawn('redis-server', this.#args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (this.#output = `${this.#output}${chunk.toString()}`.slice(-2000)));
    }
    child.on('error', (error) => (this.#output += error.message));
    const guard = guardOf(child.pid);
    child.once('exit', () => {
      guard?.kill('SIGKILL');
      if (this.#child === child) this.#child = undefined;
    });
    this.#child = child;
    await this.#ready();
  }

  pause(): void {
    this.#child?.kill('SIGSTOP');
  }

  resume(): void {
    this.#child?.kill('SIGCONT');
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  command(...args: readonly (string | number)[]): Promise<string> {
    return redisCommand(this.port, args);
  }

  stop(): Promise<void> {
    return this.kill();
  }

  async #ready(): Promise<void> {
    const giveUpAt = performance.now() + READY_WITHIN_MS;
    while (performance.now() < giveUpAt) {
      if (!this.#child) break;
      if (await this.#answersItself()) return;
      await sleep(5);
    }
    throw new Error(`redis-server did not start on port ${this.port}: ${this.#output.trim()}`);
  }

  /** Another server that has the port would answer as well, so it is asked who it is. */
  async #answersItself(): Promise<boolean> {
    try {
      return (await this.command('INFO', 'server')).includes(`process_id:${this.#child?.pid}\r\n`);
    } catch {
      return false;
    }
  }
}
