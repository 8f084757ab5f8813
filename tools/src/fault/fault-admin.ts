import type { FaultRequest, FaultView } from '@bff/mock-kit';
import { z } from 'zod';

/** Longer than any admin route takes, short enough that nobody waits for a process that is stuck. */
const TIMEOUT_MS = 3000;

/** Nothing listens on the service's admin port, or it does not answer. */
export class NotRunning extends Error {
  override readonly name = 'NotRunning';
}

/** The service refused what was asked, and says why. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

const listSchema = z.object({ faults: z.array(z.custom<FaultView>((value) => typeof value === 'object')) });
const clearedSchema = z.object({ cleared: z.number() });
const problemSchema = z.object({ title: z.string(), detail: z.string().optional() });

/** The fault routes of one service's admin port. */
export const faultAdmin = (adminUrl: string) => ({
  async set(fault: FaultRequest): Promise<void> {
    await call(adminUrl, 'POST', fault);
  },
  list: async (): Promise<readonly FaultView[]> => listSchema.parse(await call(adminUrl, 'GET')).faults,
  /** How many were cleared. */
  clear: async (): Promise<number> => clearedSchema.parse(await call(adminUrl, 'DELETE')).cleared,
});

async function call(adminUrl: string, method: string, body?: FaultRequest): Promise<unknown> {
  const response = await fetch(`${adminUrl}/faults`, {
    method,
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  }).catch((cause: unknown) => {
    throw new NotRunning(`nothing answers on ${adminUrl}`, { cause });
  });
  const content: unknown = await response.json().catch(() => undefined);
  if (response.ok) return content;
  const problem = problemSchema.safeParse(content);
  throw new Refused(problem.success ? (problem.data.detail ?? problem.data.title) : `HTTP ${response.status}`);
}
