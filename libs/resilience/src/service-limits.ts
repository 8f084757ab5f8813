import { z } from 'zod';

const milliseconds = (most = 600_000) => z.number().min(1).max(most);
const ratio = () => z.number().gt(0).max(1);
const count = () => z.int().min(1).max(100_000);

const retryBudget = z.strictObject({
  ratio: z.number().min(0).max(1).default(0.1).describe('Retries allowed as a share of the calls of the last 10 s.'),
  minPerSecond: z
    .number()
    .min(0)
    .max(1000)
    .default(1)
    .describe('Retries a second that are allowed however few calls there were, averaged over 10 s.'),
});

const backoff = z
  .strictObject({
    minMs: z.number().min(0).max(60_000).default(10).describe('Shortest wait before a retry, in ms.'),
    maxMs: z
      .number()
      .min(0)
      .max(60_000)
      .default(50)
      .describe('Longest wait before a retry, in ms. The wait is drawn evenly between the two (full jitter).'),
  })
  .refine(({ minMs, maxMs }) => minMs <= maxMs, { path: ['maxMs'], error: 'must not be below minMs' });

const breaker = z
  .strictObject({
    windowMs: milliseconds().default(10_000).describe('How far back calls are counted, in ms.'),
    minimumCalls: count()
      .default(20)
      .describe('Fewer counted calls than this in the window never open the circuit by a ratio.'),
    failureRatio: ratio().default(0.5).describe('Share of failed calls in the window that opens the circuit.'),
    slowRatio: ratio().default(0.8).describe('Share of slow calls in the window that opens the circuit.'),
    slowCallMs: milliseconds()
      .default(400)
      .describe('A call that took longer than this is slow, whatever came of it. At or above attemptMs: switched off.'),
    consecutiveFailures: count()
      .default(5)
      .describe('Failures in a row that open the circuit, however few calls there were.'),
    openMs: milliseconds().default(5_000).describe('How long the circuit stays open the first time, in ms.'),
    openJitter: z
      .number()
      .min(0)
      .lt(1)
      .default(0.2)
      .describe('Share by which each open time is drawn longer or shorter, so that replicas do not probe together.'),
    maxOpenMs: milliseconds(3_600_000)
      .default(30_000)
      .describe('Open time doubles after each failed half-open phase, up to this many ms, jitter included.'),
    probes: z
      .int()
      .min(1)
      .max(1000)
      .default(3)
      .describe('Calls let through while half-open; when that many have succeeded the circuit closes.'),
  })
  .refine(({ openMs, maxOpenMs }) => openMs <= maxOpenMs, { path: ['maxOpenMs'], error: 'must not be below openMs' });

const hedge = z.strictObject({
  enabled: z
    .boolean()
    .default(false)
    .describe('Whether a read whose first attempt is late gets a second one beside it. Off costs nothing.'),
  quantile: z
    .number()
    .min(0.5)
    .max(0.999)
    .default(0.95)
    .describe('Late is a first attempt that takes longer than this share of those of the last minute.'),
  minDelayMs: milliseconds(60_000)
    .default(10)
    .describe('Never late before this many ms, however quick the others were.'),
  minimumCalls: count()
    .default(100)
    .describe('First attempts of the last minute, of one operation, without which none of them is called late.'),
  ratio: z
    .number()
    .min(0)
    .max(1)
    .default(0.1)
    .describe(
      'Second attempts allowed as a share of the calls of the last 10 s. About twice those late by definition.',
    ),
  minPerSecond: z
    .number()
    .min(0)
    .max(1000)
    .default(0.1)
    .describe('Second attempts a second that are allowed however few calls there were, averaged over 10 s.'),
});

/**
 * Every threshold of one service. All of them may change while the process runs; a change applies to the next decision
 * and loses no counter. Unknown keys are refused, so that a misspelt threshold is not silently the default.
 */
export const serviceLimitsSchema = z.strictObject({
  attemptMs: milliseconds()
    .default(500)
    .describe('Longest time for one attempt, in ms; less when the page has less left.'),
  retries: z.int().min(0).max(10).default(1).describe('Retries after a failed first attempt of a repeatable call.'),
  retryBudget: retryBudget.prefault({}).describe('Bounds the retries of the whole process to this service.'),
  backoff: backoff.prefault({}).describe('The wait before a retry.'),
  breaker: breaker.prefault({}).describe('When the circuit opens, for how long, and how it closes again.'),
  bulkhead: z
    .strictObject({
      maxInFlight: count().default(64).describe('Attempts in flight at once; one more is refused, none waits.'),
    })
    .prefault({})
    .describe('Keeps one slow service from taking the whole process.'),
  hedge: hedge.prefault({}).describe('A second attempt beside a first one that is late. For reads; off by default.'),
});

export type ServiceLimits = z.infer<typeof serviceLimitsSchema>;

/** Neutral starting values. A BFF sets its own per service, as its page deadline is what they depend on. */
export const defaultServiceLimits: ServiceLimits = serviceLimitsSchema.parse({});
