import { faultAdmin } from '../../fault/fault-admin.ts';
import type { LoadAnswer, LoadRequest } from '../../load/load-request.ts';
import { offerLoad } from '../../load/offer-load.ts';
import { copyConfig } from '../../running/config-copy.ts';
import { type Customer, signInCustomers } from '../../running/many-customers.ts';
import { getRequest, mobileOrder } from '../../running/page-requests.ts';
import { type ServiceName, type WholeSystem, serviceNames, startWholeSystem } from '../../running/whole-system.ts';
import { Claims } from '../claims.ts';
import { markdownTable } from '../../report/markdown-table.ts';
import type { ScenarioContext, ScenarioResult } from '../scenario.ts';
import { type CountsAt, watchCounts } from './request-counts.ts';
import { worstWindow } from './worst-window.ts';

export interface ErrorStormOptions extends ScenarioContext {
  readonly forMs: number;
  /** Of mobile order pages, which need three services at once; half as many searches, which need the fourth. */
  readonly ratePerSecond: number;
  /** Whether to look also at what the retry budget does alone. */
  readonly alsoWithoutCircuits: boolean;
}

const MOST_FOR_EACH = 1.1;
/** Where the budget is spent to the last retry, what is on its way when the counters are read would be seen: a hundredth. */
const MOST_WITH_ERROR = 1.111;
const never = { breaker: { consecutiveFailures: 100_000, minimumCalls: 100_000 } };
/** Without them the retry budget alone has to hold. */
const noCircuits = { services: { order: never, user: never, payment: never, inventory: never } };

/** All four services answer 5xx to everything. */
export async function runErrorStorm(options: ErrorStormOptions): Promise<ScenarioResult> {
  const claims = new Claims();
  const rows = rowsOf('as shipped', await storm({}, options), { claims, most: MOST_FOR_EACH });
  if (options.alsoWithoutCircuits) {
    const budgetOnly = await storm({ 'mobile-bff': noCircuits, 'web-bff': noCircuits }, options);
    rows.push(...rowsOf('circuits never open', budgetOnly, { claims, most: MOST_WITH_ERROR }));
  }
  const markdown = [
    `All services answered 503 for ${options.forMs / 1000} s to ${options.ratePerSecond} order pages and ` +
      `${options.ratePerSecond / 2} searches a second. Requests are the services' own count; pages are those that were due ` +
      'in the same ten seconds and ask the service exactly once when nothing is retried. The worst ten seconds of all:',
    markdownTable(['', 'service', 'requests', 'pages', 'requests a page'], rows),
  ].join('\n\n');
  return { markdown, failures: claims.failures };
}

interface Storm {
  readonly counts: readonly CountsAt[];
  readonly dueAtMs: Readonly<Record<ServiceName, readonly number[]>>;
}

async function storm(
  changes: Parameters<typeof copyConfig>[0],
  { forMs, ratePerSecond, progress }: ErrorStormOptions,
): Promise<Storm> {
  const config = copyConfig(changes);
  const system = await startWholeSystem({ LOG_LEVEL: 'fatal', CONFIG_DIR: config.dir });
  try {
    const customers = await signInCustomers(system, 400);
    const orders: number[] = [];
    const searches: number[] = [];
    const statuses: Record<string, number> = {};
    const onAnswer = ({ request, dueAtMs, status, error }: LoadAnswer): void => {
      (request.name.startsWith('mobile') ? orders : searches).push(dueAtMs);
      const how = String(status ?? error);
      statuses[how] = (statuses[how] ?? 0) + 1;
    };
    await Promise.all(
      serviceNames.map((name) => faultAdmin(system.adminUrl(`${name}-service`)).set({ kind: 'error', status: 503 })),
    );
    progress(`storm of ${forMs / 1000} s`);
    const watch = await watchCounts(system);
    await offerLoad({ next: pagesOf(system, customers), ratePerSecond: ratePerSecond * 1.5, forMs, onAnswer });
    const counts = await watch.stop();
    progress(`answers by status: ${JSON.stringify(statuses)}`);
    return { counts, dueAtMs: { order: orders, user: orders, payment: orders, inventory: searches } };
  } finally {
    await system.close();
    config.remove();
  }
}

/** Of three pages two are orders of customers whose turn it is, and one a search that nobody made before. */
const pagesOf =
  ({ publicUrl }: WholeSystem, customers: readonly Customer[]) =>
  (index: number): LoadRequest => {
    const customer = customers[index % customers.length];
    if (!customer) throw new TypeError('there are no customers');
    const { token, orderId } = customer;
    if (index % 3 !== 2) return mobileOrder(publicUrl, token, orderId);
    return { ...getRequest('web-bff', publicUrl, token, `/v1/products?q=word${index}`), name: 'web-bff search' };
  };

const rowsOf = (
  what: string,
  { counts, dueAtMs }: Storm,
  { claims, most }: { claims: Claims; most: number },
): (string | number)[][] =>
  serviceNames.map((service) => {
    const worst = worstWindow(counts, service, dueAtMs[service]);
    if (!worst) throw new Error('the storm was shorter than ten seconds');
    const { requests, pages, ratio } = worst;
    claims.holds(
      ratio <= most,
      `${what}, the ${service} service had ${requests} requests for ${pages} pages in ten seconds`,
    );
    return [what, service, requests, pages, ratio.toFixed(3)];
  });
