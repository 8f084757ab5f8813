import type { SectionCache } from '@bff/cache';
import { ClientGone, DownstreamError } from '@bff/errors';
import { Deadline, createRetryBudget, type ServiceLimits } from '@bff/resilience';
import { playSchedules } from './play-schedules.ts';
import { type Subject, realSubject } from './subject.ts';

const { stackTraceLimit } = Error;
beforeAll(() => void (Error.stackTraceLimit = 0));
afterAll(() => void (Error.stackTraceLimit = stackTraceLimit));

type PolicyOptions = Parameters<Subject['createServicePolicy']>[0];
type Policy = ReturnType<Subject['createServicePolicy']>;

/** Policies that go by other limits than those they are given. */
const withLimits = (change: (limits: ServiceLimits) => ServiceLimits): Partial<Subject> => ({
  createServicePolicy: (options) =>
    realSubject.createServicePolicy({ ...options, limits: () => change(options.limits()) }),
});

const withPolicy = (change: (policy: Policy, options: PolicyOptions) => Policy): Partial<Subject> => ({
  createServicePolicy: (options) => change(realSubject.createServicePolicy(options), options),
});

const withCache = (change: (cache: SectionCache) => Partial<SectionCache>): Partial<Subject> => ({
  createCache(options) {
    const cache = realSubject.createCache(options);
    const bound = {
      fetch: cache.fetch.bind(cache),
      fetchAll: cache.fetchAll.bind(cache),
      read: cache.read.bind(cache),
      write: cache.write.bind(cache),
      snapshot: cache.snapshot.bind(cache),
      close: cache.close.bind(cache),
    };
    return { ...bound, ...change(bound) };
  },
});

const breaker = (change: Partial<ServiceLimits['breaker']>) =>
  withLimits((limits) => ({ ...limits, breaker: { ...limits.breaker, ...change } }));

/** What is broken, and the invariant that must say so. Each breaks one promise through the seams that there are. */
const broken: readonly (readonly [string, string, Partial<Subject>])[] = [
  [
    'a bulkhead with one slot more',
    'bulkhead-kept',
    withLimits((limits) => ({ ...limits, bulkhead: { maxInFlight: limits.bulkhead.maxInFlight + 1 } })),
  ],
  [
    'attempts that take twice their limit',
    'attempt-in-time',
    withLimits((limits) => ({ ...limits, attemptMs: 2 * limits.attemptMs })),
  ],
  ['one retry more', 'retries-allowed', withLimits((limits) => ({ ...limits, retries: limits.retries + 1 }))],
  [
    'a retry budget that never ends',
    'retry-budget-kept',
    {
      createServicePolicy: (options) =>
        realSubject.createServicePolicy({
          ...options,
          retryBudget: createRetryBudget({ clock: options.clock, limits: () => ({ ratio: 1, minPerSecond: 1000 }) }),
        }),
    },
  ],
  [
    'a hedge budget that never ends',
    'hedge-budget-kept',
    withLimits((limits) => ({ ...limits, hedge: { ...limits.hedge, enabled: true, minPerSecond: 1000 } })),
  ],
  [
    'one probe more',
    'probes-kept',
    withLimits((limits) => ({ ...limits, breaker: { ...limits.breaker, probes: limits.breaker.probes + 1 } })),
  ],
  ['circuits that open for a moment only', 'open-lets-nothing-through', breaker({ openMs: 0.01, maxOpenMs: 0.01 })],
  ['circuits that open at the first failure', 'change-has-cause', breaker({ consecutiveFailures: 1 })],
  ['circuits that no row of failures opens', 'opening-is-due', breaker({ consecutiveFailures: 100_000 })],
  [
    'a breaker that does not let itself be closed',
    'breaker-recovers',
    withPolicy((policy, { clock }) => {
      let open = false;
      return {
        ...policy,
        async execute(call, attempt) {
          open ||= policy.breaker.state === 'open';
          if (!open) return policy.execute(call, attempt);
          const error = { service: policy.service, operation: call.operation, retryAfterMs: clock.now() + 1 };
          throw new DownstreamError('DOWNSTREAM_CIRCUIT_OPEN', error);
        },
      };
    }),
  ],
  [
    'calls that reject with anything',
    'call-rejects-typed',
    withPolicy((policy) => ({
      ...policy,
      execute: (call, attempt) =>
        policy.execute(call, attempt).catch(() => {
          throw new Error('something');
        }),
    })),
  ],
  [
    'a client that leaves and is taken for a failure',
    'abort-moves-no-breaker',
    withPolicy((policy, { clock }) => {
      const blame = (): void => {
        if (policy.breaker.state !== 'closed') return;
        const deadline = Deadline.after(1, { clock });
        const failed = new DownstreamError('DOWNSTREAM_BAD_RESPONSE', { service: policy.service, operation: 'blame' });
        const call = { operation: 'blame', deadline, idempotent: false } as const;
        policy.execute(call, () => Promise.reject(failed)).catch(() => deadline.dispose());
      };
      return {
        ...policy,
        execute: (call, attempt) => {
          const { signal } = call.deadline;
          const onAbort = (): void => {
            if (signal.reason instanceof ClientGone) blame();
          };
          signal.addEventListener('abort', onAbort);
          return policy.execute(call, attempt).finally(() => signal.removeEventListener('abort', onAbort));
        },
      };
    }),
  ],
  [
    'refused calls that are sent all the same',
    'refused-is-not-sent',
    withPolicy((policy, { clock, limits }) => ({
      ...policy,
      async execute(call, attempt) {
        let sent = false;
        const noted: typeof attempt = (context) => {
          sent = true;
          return attempt(context);
        };
        try {
          return await policy.execute(call, noted);
        } catch (error) {
          const refused = error instanceof DownstreamError && error.code === 'DOWNSTREAM_RATE_LIMITED' && !sent;
          if (!refused || policy.breaker.state !== 'closed') throw error;
          const remainingMs = Math.min(limits().attemptMs, call.deadline.at - clock.now());
          return attempt({ number: 1, signal: new AbortController().signal, remainingMs });
        }
      },
    })),
  ],
  [
    'pages that are over a second after their deadline',
    'page-in-time',
    {
      runPage: async (page, run) => {
        const result = await realSubject.runPage(page, run);
        await new Promise<void>((resolve) => run.clock.setTimer(1000, resolve));
        return result;
      },
    },
  ],
  [
    'pages that are answered without one of their sections',
    'sections-end-once',
    {
      runPage: async (page, run) => {
        const result = await realSubject.runPage(page, run);
        if (result.kind !== 'answered') return result;
        const [, ...others] = Object.entries(result.outcomes);
        return { ...result, outcomes: Object.fromEntries(others) as typeof result.outcomes };
      },
    },
  ],
  [
    'a cache that keeps for longer',
    'stale-where-allowed',
    withCache((cache) => ({
      fetch: (request) => cache.fetch({ ...request, freshMs: request.freshMs + 500 }),
    })),
  ],
  [
    'a cache that ends no load',
    'abandoned-load-ends',
    withCache((cache) => ({
      fetch: (request) => cache.fetch({ ...request, load: () => request.load(new AbortController().signal) }),
    })),
  ],
  [
    'a timer that stays',
    'nothing-left',
    withPolicy((policy, { clock }) => ({
      ...policy,
      execute: (call, attempt) => {
        clock.setTimer(60_000, () => {});
        return policy.execute(call, attempt);
      },
    })),
  ],
];

it.each(broken)('finds %s by %s', async (_what, invariant, subject) => {
  const { violation } = await playSchedules({ seed: 1, schedules: 1500, subject: { ...realSubject, ...subject } });
  expect(violation?.invariant).toBe(invariant);
});
