import { z } from 'zod';

/** What an operator can do to a circuit. `CircuitBreaker` in `@bff/resilience` says what each means. */
export const actNames = ['isolate', 'close', 'reset'] as const;

export type ActName = (typeof actNames)[number];

/** One act of an operator. `isolate` is a state, which lasts until the next act; the others are over once they are done. */
export interface Act {
  readonly id: string;
  readonly service: string;
  readonly act: ActName;
  /** The operator's `sub`, as a verified token had it. */
  readonly by: string;
  readonly reason: string | undefined;
  /** ISO 8601, by the clock of the replica that was asked. For people; nothing is decided by it. */
  readonly at: string;
  /** Which act on this circuit it is, from 1 on. Of two acts the one with the higher number holds. */
  readonly seq: number;
}

/** What of an act is kept in its field of the shared hash; the number stands in front of it. */
export const storedActSchema = z.object({
  id: z.string().min(1),
  act: z.enum(actNames),
  by: z.string(),
  reason: z.string().optional(),
  at: z.string(),
});

/** Whom a replica has an act from. */
export type Origin = 'here' | 'another replica';
