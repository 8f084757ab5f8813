import { z } from 'zod';
import type { ActName } from './command-line.ts';

/** Longer than an act takes to be shared, short enough that nobody waits for a process that is stuck. */
const TIMEOUT_MS = 3000;

/** Nothing listens on the app's admin port, or it does not answer. */
export class NotRunning extends Error {
  override readonly name = 'NotRunning';
}

/** The app did not do what was asked, and says why. */
export class Refused extends Error {
  override readonly name = 'Refused';
  /** Whether trying again may help: the issuer's keys could not be had. */
  readonly retryable: boolean;

  constructor(message: string, { retryable }: { retryable: boolean }) {
    super(message);
    this.retryable = retryable;
  }
}

const actSchema = z.object({
  act: z.enum(['isolate', 'close', 'reset']),
  by: z.string(),
  reason: z.string().nullish(),
  at: z.iso.datetime(),
});

const circuitSchema = z.object({
  service: z.string(),
  state: z.enum(['closed', 'open', 'half-open', 'isolated']),
  since: z.iso.datetime(),
  counts: z.object({ calls: z.number(), failures: z.number(), slow: z.number() }),
  openUntil: z.iso.datetime().nullable(),
  inFlight: z.number(),
  lastAct: actSchema.extend({ shared: z.boolean() }).nullable(),
});

const circuitsSchema = z.object({
  replicas: z.enum(['alone', 'connected', 'cut-off']),
  circuits: z.array(circuitSchema),
});

const actsSchema = z.object({ acts: z.array(actSchema.extend({ service: z.string(), from: z.string() })) });

const problemSchema = z.object({ title: z.string(), detail: z.string().optional(), retryable: z.boolean().optional() });

export type Circuit = z.infer<typeof circuitSchema>;
export type Circuits = z.infer<typeof circuitsSchema>;
export type Act = z.infer<typeof actsSchema>['acts'][number];

/** What is asked for, of one service, by whom. */
export interface AskedAct {
  readonly act: ActName;
  readonly service: string;
  readonly reason: string | undefined;
  readonly token: string;
}

/** The circuit routes of one BFF's admin port. */
export const circuitAdmin = (adminUrl: string) => ({
  list: async (): Promise<Circuits> => circuitsSchema.parse(await call(`${adminUrl}/circuits`)),
  acts: async (): Promise<readonly Act[]> => actsSchema.parse(await call(`${adminUrl}/circuits/acts`)).acts,
  async act({ act, service, reason, token }: AskedAct): Promise<Circuit> {
    const answer = await call(`${adminUrl}/circuits/${service}/${act}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ reason }),
    });
    return circuitSchema.parse(answer);
  },
});

async function call(url: string, request: RequestInit = {}): Promise<unknown> {
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch((cause: unknown) => {
    throw new NotRunning(`nothing answers on ${new URL(url).origin}`, { cause });
  });
  const content: unknown = await response.json().catch(() => undefined);
  if (response.ok) return content;
  const problem = problemSchema.safeParse(content);
  const { title, detail = title, retryable = false } = problem.data ?? { title: `HTTP ${response.status}` };
  throw new Refused(detail, { retryable });
}
