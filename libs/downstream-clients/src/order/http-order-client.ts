import { type Order, type OrderPage, orderOperations } from '@bff/contracts';
import { BadRequest } from '@bff/errors';
import { askedFor, theOneAskedFor } from '../http/asked-for.ts';
import { inBatches } from '../http/batch.ts';
import type { CallContext } from '../http/call-context.ts';
import { readOperation } from '../http/read-operation.ts';
import { RequestRefused } from '../http/refused-request.ts';
import type { Transport } from '../http/transport.ts';
import type { MonthlySpending } from './monthly-spending.ts';
import type { OrderClient, OrdersQuery, TimeSpan } from './order-client.ts';

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

  async ofUser(userId: string, query: OrdersQuery = {}): Promise<OrderPage> {
    const { cursor, limit, status, text, from, to, sort } = query;
    const input = { userId, cursor, limit, status, q: text, from, to, sort };
    try {
      return await this.#transport.read(this.#context, listOrders, input, (page) => {
        askedFor(page.orders, (order) => order.userId === userId);
        return page;
      });
    } catch (error) {
      throw cursor !== undefined && error instanceof RequestRefused && error.fields.includes('cursor')
        ? new BadRequest([
            { in: 'query', field: 'cursor', reason: 'must come from the page before, for the same list' },
          ])
        : error;
    }
  }

  spending(userId: string, { from, to }: TimeSpan): Promise<readonly MonthlySpending[]> {
    return this.#transport.read(this.#context, getSpending, { userId, from, to }, ({ months }) =>
      months.map(({ month, amount, currency, orders }) => ({ month, spent: { amount, currency }, orders })),
    );
  }

  async byIds(orderIds: readonly string[]): Promise<ReadonlyMap<string, Order>> {
    const orders = await inBatches(orderIds, (ids) =>
      this.#transport.read(this.#context, getOrdersByIds, { ids }, (answer) =>
        askedFor(answer.orders, (order) => ids.includes(order.id)),
      ),
    );
    return new Map(orders.map((order) => [order.id, order]));
  }
}
