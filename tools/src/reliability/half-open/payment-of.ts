import { z } from 'zod';
import type { LoadAnswer } from '../../load/load-request.ts';

const pageSchema = z.object({
  meta: z.object({
    sections: z.record(z.string(), z.object({ code: z.string(), retryAfterMs: z.number().optional() })),
  }),
});

/** How the payment came out on an order page: `ok`, or the code of its section with when to come back. */
export function paymentOf({ status, body, error }: LoadAnswer): { how: string; retryAfterMs?: number | undefined } {
  if (status !== 200) return { how: String(status ?? error) };
  const section = pageSchema.parse(JSON.parse(String(body))).meta.sections['payment'];
  return section ? { how: section.code, retryAfterMs: section.retryAfterMs } : { how: 'ok' };
}

export function countBy(answers: readonly LoadAnswer[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const { how } = paymentOf(answer);
    counts[how] = (counts[how] ?? 0) + 1;
  }
  return counts;
}
