import {
  type ServiceName,
  type WholeSystem,
  serviceNames,
  startWholeSystem,
} from '../../../src/running/whole-system.ts';
import { readMetrics } from '../../../src/running/metrics-reading.ts';
import { startReplica } from '../../../src/running/replica.ts';
import type { AtRestOptions } from '../at-rest-table.ts';
import { type OrderList, orderLists } from './order-lists.ts';

const LENGTHS = [1, 2, 5, 10, 20, 50, 100];
/** Of the mock data: somebody with hundreds of orders. */
const HEAVY_BUYER = 'usr_0002';

/** What one list took. */
export interface ListCalls {
  readonly app: OrderList['app'];
  readonly orders: number;
  readonly calls: Readonly<Record<ServiceName, number>>;
}

/** Reads lists of each length from each BFF, each with a new process, which has kept nothing. */
export async function measureListCalls({ progress }: AtRestOptions): Promise<readonly ListCalls[]> {
  const system = await startWholeSystem({ LOG_LEVEL: 'fatal', MOCK_LATENCY_MEDIAN_MS: '0' });
  try {
    const measured: ListCalls[] = [];
    for (const list of orderLists) {
      for (const orders of LENGTHS) measured.push(await callsFor(system, list, orders));
      progress(`${list.app}: lists of ${LENGTHS.join(', ')} orders`);
    }
    return measured;
  } finally {
    await system.close();
  }
}

async function callsFor(system: WholeSystem, list: OrderList, orders: number): Promise<ListCalls> {
  const token = await system.signIn(HEAVY_BUYER);
  const replica = await startReplica(system, { app: list.app, env: { LOG_LEVEL: 'fatal' } });
  try {
    let seen = 0;
    let cursor: string | undefined;
    while (seen < orders) {
      const { path, body } = list.request(Math.min(orders - seen, list.mostPerPage), cursor);
      const response = await fetch(replica.url + path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body }),
      });
      const page = list.read(await response.json());
      if (page.orders === 0) throw new Error(`${list.app} has only ${seen} orders of ${HEAVY_BUYER}`);
      seen += page.orders;
      cursor = page.cursor;
    }
    const metrics = await readMetrics(replica.adminUrl);
    const by = metrics.by('service', 'bff_downstream_attempt_duration_seconds_count');
    const calls = Object.fromEntries(serviceNames.map((name) => [name, by[name] ?? 0])) as ListCalls['calls'];
    return { app: list.app, orders: seen, calls };
  } finally {
    await replica.stop();
  }
}
