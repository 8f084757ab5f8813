import type { Draws } from './draws.ts';

/** What a service does with an attempt. */
export type ReplyKind =
  | 'ok'
  | 'not-found'
  | 'forbidden'
  | 'unavailable'
  /** 503 with `Retry-After`. */
  | 'unavailable-for'
  | 'bad-response'
  /** A complaint about what we asked. */
  | 'bad-request'
  /** 429, without and with `Retry-After`. */
  | 'rate-limited'
  | 'rate-limited-for'
  /** The HTTP layer gives up before the policy's own timer. */
  | 'timed-out'
  /** Nothing, ever. */
  | 'hang'
  /** A bug in the client: throws before anything is sent. */
  | 'throws';

export interface Reply {
  readonly kind: ReplyKind;
  readonly latencyMs: number;
  readonly retryAfterMs: number;
  /** What it does when its signal aborts: ends with the signal's reason or an error of its own, or goes on. */
  readonly onAbort: 'reason' | 'error' | 'ignores';
}

/** How a service behaves for a while. */
export interface Mood {
  readonly name: string;
  readonly kinds: Readonly<Partial<Record<ReplyKind, number>>>;
  readonly leastMs: number;
  readonly mostMs: number;
}

export const healthy: Mood = { name: 'healthy', kinds: { ok: 1 }, leastMs: 1, mostMs: 20 };

const moods: readonly [Mood, ...Mood[]] = [
  healthy,
  { name: 'well, with answers', kinds: { ok: 8, 'not-found': 1, forbidden: 1 }, leastMs: 0, mostMs: 40 },
  { name: 'slow', kinds: { ok: 1 }, leastMs: 80, mostMs: 500 },
  { name: 'down', kinds: { unavailable: 1 }, leastMs: 0, mostMs: 30 },
  { name: 'hanging', kinds: { hang: 9, ok: 1 }, leastMs: 1, mostMs: 20 },
  { name: 'flaky', kinds: { ok: 5, unavailable: 4, hang: 1, 'timed-out': 1 }, leastMs: 0, mostMs: 60 },
  { name: 'overloaded', kinds: { ok: 3, 'unavailable-for': 3, 'rate-limited-for': 1 }, leastMs: 1, mostMs: 60 },
  { name: 'rate-limiting', kinds: { ok: 3, 'rate-limited': 2, 'rate-limited-for': 1 }, leastMs: 0, mostMs: 20 },
  { name: 'broken', kinds: { 'bad-response': 4, ok: 1, throws: 1, 'bad-request': 1 }, leastMs: 0, mostMs: 30 },
  {
    name: 'anything',
    kinds: {
      ok: 8,
      'not-found': 2,
      forbidden: 1,
      unavailable: 3,
      'unavailable-for': 1,
      'bad-response': 1,
      'bad-request': 1,
      'rate-limited': 1,
      'rate-limited-for': 0.5,
      'timed-out': 1,
      hang: 2,
      throws: 0.5,
    },
    leastMs: 0,
    mostMs: 400,
  },
];

export const drawMood = (draws: Draws): Mood => draws.pick(moods);

export function drawReply(draws: Draws, { kinds, leastMs, mostMs }: Mood): Reply {
  return {
    kind: draws.weighted(kinds),
    latencyMs: draws.whole(leastMs, mostMs),
    retryAfterMs: draws.chance(0.05) ? draws.whole(1, 90_000) : draws.whole(1, 300),
    onAbort: draws.pick(['reason', 'reason', 'error', 'ignores']),
  };
}
