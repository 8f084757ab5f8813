import { type LightAnswer, LightClient } from '../../../src/load/light-client.ts';
import { percentilesOf } from '../../../src/load/percentiles.ts';
import type { DriverOrder, DriverReport } from './driver-order.ts';
import { workloads } from './workloads.ts';

/** Has the clients of the order send their requests, and adds up what came. */
export async function offer(order: DriverOrder, tokenOf: (user: number) => string): Promise<DriverReport> {
  const { port, workload, first, requests, forMs, clients, graceMs } = order;
  const { request, read } = workloads[workload];
  const client = await LightClient.open(port, clients, read);
  const startedAtMs = performance.now();
  const endsAtMs = startedAtMs + forMs;
  const answers: LightAnswer[] = [];
  let sent = 0;
  let lastSentAtMs = startedAtMs;
  const one = async (): Promise<void> => {
    while (sent < requests) {
      const now = performance.now();
      if (now >= endsAtMs) return;
      lastSentAtMs = now;
      sent += 1;
      answers.push(await client.send(request(first + sent - 1, tokenOf), now));
    }
  };
  const all = Promise.all(Array.from({ length: clients }, one));
  const giveUp = setTimeout(() => client.close(), forMs + graceMs);
  await all;
  clearTimeout(giveUp);
  client.close();
  // What ran out of requests before its time was over has ended with its last answer.
  const ranOut = sent >= requests && lastSentAtMs < endsAtMs;
  const tookMs = ranOut ? performance.now() - startedAtMs : forMs;
  return reportOf(answers, { sent, tookMs, endsAtMs: startedAtMs + tookMs });
}

interface Stretch {
  readonly sent: number;
  readonly tookMs: number;
  readonly endsAtMs: number;
}

function reportOf(answers: readonly LightAnswer[], { sent, tookMs, endsAtMs }: Stretch): DriverReport {
  const kinds = { whole: 0, partial: 0, problem: 0, broken: 0 };
  const codes: Record<string, number> = {};
  let pages = 0;
  for (const { kind, code, endedAtMs } of answers) {
    kinds[kind] += 1;
    if (code !== undefined) codes[code] = (codes[code] ?? 0) + 1;
    if ((kind === 'whole' || kind === 'partial') && endedAtMs <= endsAtMs) pages += 1;
  }
  const latencies = answers.map(({ kind, dueAtMs, endedAtMs }) => (kind === 'broken' ? Infinity : endedAtMs - dueAtMs));
  return { sent, tookMs, kinds, codes, pagesPerSecond: (pages * 1000) / tookMs, latency: percentilesOf(latencies) };
}
