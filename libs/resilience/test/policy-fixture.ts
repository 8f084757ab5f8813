import { DownstreamError, type DownstreamErrorOptions, type SectionCode } from '@bff/errors';
import { VirtualClock } from '@bff/testing';
import {
  type Attempt,
  createServicePolicy,
  Deadline,
  defaultServiceLimits,
  type PolicyObserver,
  type ServiceLimits,
} from '../src/index.ts';

/** Changes of the neutral limits, one level deep into each group. */
export interface LimitChanges extends Partial<Omit<ServiceLimits, 'breaker' | 'backoff' | 'retryBudget' | 'hedge'>> {
  breaker?: Partial<ServiceLimits['breaker']>;
  backoff?: Partial<ServiceLimits['backoff']>;
  retryBudget?: Partial<ServiceLimits['retryBudget']>;
  hedge?: Partial<ServiceLimits['hedge']>;
}

export const limitsWith = (changes: LimitChanges): ServiceLimits => ({
  ...defaultServiceLimits,
  ...changes,
  breaker: { ...defaultServiceLimits.breaker, openJitter: 0, ...changes.breaker },
  backoff: { ...defaultServiceLimits.backoff, ...changes.backoff },
  retryBudget: { ...defaultServiceLimits.retryBudget, ...changes.retryBudget },
  hedge: { ...defaultServiceLimits.hedge, ...changes.hedge },
});

export const failure = (code: SectionCode, options: Partial<DownstreamErrorOptions> = {}): DownstreamError =>
  new DownstreamError(code, { service: 'order', operation: 'getOrder', ...options });

/** An attempt that answers after `ms` of virtual time and pays no heed to its signal. */
export const answersAfter =
  <T>(clock: VirtualClock, ms: number, value: T) =>
  (): Promise<T> =>
    new Promise((resolve) => clock.setTimer(ms, () => resolve(value)));

/** An attempt that rejects after `ms` of virtual time and pays no heed to its signal. */
export const failsAfter = (clock: VirtualClock, ms: number, error: unknown) => (): Promise<never> =>
  new Promise((_resolve, reject) => clock.setTimer(ms, () => reject(error)));

/** One service's policies on a virtual clock, with everything they report written down. */
export function policyFixture(
  changes: LimitChanges = {},
  { observer = {}, random = () => 0.5 }: { observer?: PolicyObserver; random?: () => number } = {},
) {
  const clock = new VirtualClock();
  let limits = limitsWith(changes);
  const events: { name: keyof PolicyObserver; event: object }[] = [];
  const note = (name: keyof PolicyObserver) => (event: object) => void events.push({ name, event });
  const policy = createServicePolicy({
    service: 'order',
    limits: () => limits,
    clock,
    random,
    observer: {
      breakerChanged: note('breakerChanged'),
      retried: note('retried'),
      retryRefused: note('retryRefused'),
      rejected: note('rejected'),
      attemptEnded: note('attemptEnded'),
      hedged: note('hedged'),
      hedgeWon: note('hedgeWon'),
      hedgeRefused: note('hedgeRefused'),
      unexpectedError: note('unexpectedError'),
      ...observer,
    },
  });
  /** A page with 10 s: long enough to play no part. */
  const page = (ms = 10_000, signal?: AbortSignal) => Deadline.after(ms, { clock, ...(signal && { signal }) });

  /** One read; `outcome` holds what it resolved or rejected with, once it has. */
  const read = <T>(attempt: (attempt: Attempt) => Promise<T>, deadline = page()) => {
    const outcome: { value?: T; error?: unknown; settledAt?: number } = {};
    const done = policy.execute({ operation: 'getOrder', deadline, idempotent: true }, attempt).then(
      (value) => Object.assign(outcome, { value, settledAt: clock.now() }),
      (error: unknown) => Object.assign(outcome, { error, settledAt: clock.now() }),
    );
    return { outcome, done };
  };

  return {
    clock,
    policy,
    events,
    page,
    read,
    /** Settles one read whose attempt settles without time passing. */
    readNow: async <T>(attempt: (attempt: Attempt) => Promise<T>, deadline = page()) => {
      const { outcome, done } = read(attempt, deadline);
      await done;
      deadline.dispose();
      return outcome;
    },
    eventsNamed: (name: keyof PolicyObserver) => events.filter((e) => e.name === name).map((e) => e.event),
    setLimits: (next: LimitChanges) => (limits = limitsWith(next)),
  };
}
