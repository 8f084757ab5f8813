// The load driver of the overload scenario as a process: takes one order from its parent, sends back what came, and ends.
import { percentilesOf } from '../../load/percentiles.ts';
import { type LightAnswer, LightClient } from '../../load/light-client.ts';
import type { Offered, OverloadOrder } from './overload-order.ts';

/** Requests go out in small bursts, at most this far apart. */
const TICK_MS = 1;

/**
 * More than the BFF takes at once, so that it is the BFF that refuses, and not the client that waits. The same for every
 * load, so that the peak and what is beyond it differ in nothing else.
 */
const CONNECTIONS = 512;

/** Enough that none is asked for twice while its stock is fresh. */
const ORDERS = 20_000;

process.once('message', (order: OverloadOrder) => void run(order));
process.once('disconnect', () => process.exit());

async function run(order: OverloadOrder): Promise<void> {
  const client = await LightClient.open(Number(new URL(order.url).port), CONNECTIONS);
  const startedAtMs = performance.now();
  const answers = await (order.clients === undefined ? atRate(client, order) : byClients(client, order));
  client.close();
  process.send?.(offeredOf(answers, order, startedAtMs), () => process.disconnect());
}

/** An open loop: sent when due, whether or not earlier ones were answered, as independent clients do. */
async function atRate(
  client: LightClient,
  { ratePerSecond = 1, forMs, tokens }: OverloadOrder,
): Promise<LightAnswer[]> {
  const startedAtMs = performance.now();
  const total = Math.round((ratePerSecond * forMs) / 1000);
  const answers: Promise<LightAnswer>[] = [];
  while (answers.length < total) {
    const dueByNow = Math.min(total, ((performance.now() - startedAtMs) * ratePerSecond) / 1000);
    while (answers.length < dueByNow) {
      const dueAtMs = startedAtMs + (answers.length * 1000) / ratePerSecond;
      answers.push(client.send(requestFor(answers.length, tokens), dueAtMs));
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  return Promise.all(answers);
}

/** A closed loop: each client sends its next request when it has its answer. */
async function byClients(client: LightClient, { clients = 1, forMs, tokens }: OverloadOrder): Promise<LightAnswer[]> {
  const endsAtMs = performance.now() + forMs;
  const answers: LightAnswer[] = [];
  let sent = 0;
  const one = async (): Promise<void> => {
    while (performance.now() < endsAtMs) {
      sent += 1;
      answers.push(await client.send(requestFor(sent, tokens), performance.now()));
    }
  };
  await Promise.all(Array.from({ length: clients }, one));
  return answers;
}

/** The page of the n-th order, asked for by whose it is. */
function requestFor(index: number, tokens: readonly string[]): string {
  const order = index % ORDERS;
  const token = tokens[order % tokens.length] ?? '';
  return `GET /v1/orders/ord_${order} HTTP/1.1\r\nHost: mobile-bff\r\nAuthorization: Bearer ${token}\r\n\r\n`;
}

const isShed = ({ code }: LightAnswer): boolean => code === 'OVERLOADED';

function offeredOf(answers: readonly LightAnswer[], { budgetMs, forMs }: OverloadOrder, startedAtMs: number): Offered {
  const tookMs = ({ dueAtMs, endedAtMs }: LightAnswer): number => endedAtMs - dueAtMs;
  const pages = answers.filter(({ kind }) => kind === 'whole');
  const shed = answers.filter(isShed);
  const inTime = pages.filter((page) => tookMs(page) <= budgetMs && page.endedAtMs <= startedAtMs + forMs);
  const others: Record<string, number> = {};
  for (const answer of answers) {
    if (answer.kind === 'whole' || isShed(answer)) continue;
    const name = answer.code === undefined ? answer.kind : `${answer.kind} ${answer.code}`;
    others[name] = (others[name] ?? 0) + 1;
  }
  return {
    sent: answers.length,
    goodPerSecond: (inTime.length * 1000) / forMs,
    pages: pages.length,
    shed: shed.length,
    others,
    tookMs: percentilesOf(pages.map(tookMs)),
    shedTookMs: percentilesOf(shed.map(tookMs)),
  };
}
