import { RedisConnection, type RedisTarget, script } from '@bff/redis';
import { type Act, storedActSchema } from './act.ts';
import type { SharedActs } from './shared-acts.ts';

/** Two commands that are not answered and two pauses between polls are still less than a second. */
const COMMAND_MS = 200;

/**
 * KEYS: the hash. ARGV: service, after, the number and the act. Reply: what the field holds then.
 *
 * Redis does one at a time, so the order of acts is the order in which they got here, and no clock has a say in it. What has
 * no number that can be counted on is not an act of ours, and is replaced.
 */
const putScript = script(`
local there = redis.call('HGET', KEYS[1], ARGV[1])
if there then
  local digits = string.match(there, '^(%d+) ')
  if digits and #digits <= 15 and tonumber(digits) > tonumber(ARGV[2]) then return there end
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return ARGV[3]
`);

export interface RedisActsOptions {
  /** The app's name: apps that share a Redis do not share acts. */
  readonly app: string;
  readonly random: () => number;
  /** When a command that is not answered is given up. Default 200 ms. */
  readonly commandMs?: number;
  /** Told of a field that holds no act, each time it is read. */
  readonly unreadable: (service: string, text: string) => void;
}

/** Acts in one hash of Redis, `bff:<app>:circuits`: a field for each service, which nothing but a later act replaces. */
export class RedisActs implements SharedActs {
  readonly #redis: RedisConnection;
  readonly #key: string;
  readonly #unreadable: RedisActsOptions['unreadable'];

  constructor(target: RedisTarget, { app, random, commandMs = COMMAND_MS, unreadable }: RedisActsOptions) {
    this.#redis = new RedisConnection(target, { random, commandMs });
    this.#key = `bff:${app}:circuits`;
    this.#unreadable = unreadable;
  }

  get connected(): boolean {
    return this.#redis.connected;
  }

  get trouble(): string | undefined {
    return this.#redis.trouble;
  }

  onConnected(listener: () => void): void {
    this.#redis.onConnected(listener);
  }

  async read(): Promise<ReadonlyMap<string, Act>> {
    const acts = new Map<string, Act>();
    for (const [service, text] of Object.entries(await this.#redis.readHash(this.#key))) {
      const act = parseAct(service, text);
      if (act) acts.set(service, act);
      else this.#unreadable(service, text);
    }
    return acts;
  }

  async put(act: Act, after: number): Promise<Act> {
    const reply = await this.#redis.run(putScript, [this.#key], [act.service, after, textOf(act)]);
    const there = typeof reply === 'string' ? parseAct(act.service, reply) : undefined;
    if (there === undefined) throw new TypeError('Redis gave another reply than its script gives');
    return there;
  }

  close(): void {
    this.#redis.close();
  }
}

const textOf = ({ seq, id, act, by, reason, at }: Act): string =>
  `${seq} ${JSON.stringify({ id, act, by, reason, at })}`;

function parseAct(service: string, text: string): Act | undefined {
  const [, digits = '', json = ''] = /^(\d{1,15}) (.+)$/s.exec(text) ?? [];
  try {
    const { reason, ...stored } = storedActSchema.parse(JSON.parse(json));
    return { ...stored, reason, service, seq: Number(digits) };
  } catch {
    return undefined;
  }
}
