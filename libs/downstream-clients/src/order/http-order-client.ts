import { type Order, type OrderPage, maxIdsPerRequest, orderOperations } from '@bff/contracts';
import { BadRequest } from '@bff/errors';
import { askedFor, theOneAskedFor } from '../http/asked-for.ts';
import { inBatches } from '../http/batch.ts';
import type { CallContext } from '../http/call-context.ts';
import { ContractBreach } from '../http/contract-breach.ts';
import { type InputOf, readOperation } from '../http/read-operation.ts';
import { RequestRefused } from '../http/refused-request.ts';
import type { Transport } from '../http/transport.ts';
import type { MonthlySpending } from './monthly-spending.ts';
import type { OrderClient, OrderPageWithCursors, OrdersQuery, TimeSpan } from './order-client.ts';

const getOrder = readOperation(orderOperations.getOrder);
const listOrders = readOperation(orderOperations.listOrders);
const getSpending = readOperation(orderOperations.getSpending);
const getOrdersByIds = readOperation(orderOperations.getOrdersByIds);

export class HttpOrderClient implements OrderClient {
  readonly #transport: Transport;
  readonly #context: CallContext;

  constructor(transport: Transport, context: CallContext) {
    this.#transport = transport;
    this.#context = context;
  }

  byId(orderId: string): Promise<Order> {
    return this.#transport.read(this.#context, getOrder, { orderId }, (order) =>
      theOneAskedFor(order, ({ id }) => id === orderId),
    );
  }

  ofUser(userId: string, query: OrdersQuery = {}): Promise<OrderPage> {
    return this.#list(inputOf(userId, query), (page) => page);
  }

  ofUserWithCursors(userId: string, query: OrdersQuery = {}): Promise<OrderPageWithCursors> {
    return this.#list({ ...inputOf(userId, query), cursors: 'each' }, withCursors);
  }

  spending(userId: string, { from, to }: TimeSpan): Promise<readonly MonthlySpending[]> {
    return this.#transport.read(this.#context, getSpending, { userId, from, to }, ({ months }) =>
      months.map(({ month, amount, currency, orders }) => ({ month, spent: { amount, currency }, orders })),
    );
  }

  async byIds(orderIds: readonly string[]): Promise<ReadonlyMap<string, Order>> {
    const orders = await inBatches(orderIds, maxIdsPerRequest, (ids) =>
      this.#transport.read(this.#context, getOrdersByIds, { ids }, (answer) =>
        askedFor(answer.orders, (order) => ids.includes(order.id)),
      ),
    );
    return new Map(orders.map((order) => [order.id, order]));
  }

  async #list<Page>(input: ListInput, interpret: (page: OrderPage) => Page): Promise<Page> {
    try {
      return await this.#transport.read(this.#context, listOrders, input, (page) => {
        askedFor(page.orders, (order) => order.userId === input.userId);
        return interpret(page);
      });
    } catch (error) {
      throw input.cursor !== undefined && error instanceof RequestRefused && error.fields.includes('cursor')
        ? new BadRequest([
            { in: 'query', field: 'cursor', reason: 'must come from the page before, for the same list' },
          ])
        : error;
    }
  }
}

type ListInput = InputOf<typeof orderOperations.listOrders>;

const inputOf = (userId: string, { cursor, limit, status, text, from, to, sort }: OrdersQuery): ListInput => ({
  userId,
  cursor,
  limit,
  status,
  q: text,
  from,
  to,
  sort,
});

/** @throws ContractBreach when the page holds no cursors, or not as many as orders. */
function withCursors(page: OrderPage): OrderPageWithCursors {
  const { orders, cursors } = page;
  if (cursors?.length !== orders.length) throw new ContractBreach('the answer does not hold a cursor for each order');
  return { ...page, cursors };
}
