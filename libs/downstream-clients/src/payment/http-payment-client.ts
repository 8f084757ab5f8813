import { type Payment, maxIdsPerRequest, paymentOperations } from '@bff/contracts';
import { askedFor } from '../http/asked-for.ts';
import { inBatches } from '../http/batch.ts';
import type { CallContext } from '../http/call-context.ts';
import { readOperation } from '../http/read-operation.ts';
import type { Transport } from '../http/transport.ts';
import type { PaymentClient } from './payment-client.ts';

const getPayments = readOperation(paymentOperations.getPayments);
const getPaymentsByOrders = readOperation(paymentOperations.getPaymentsByOrders);

export class HttpPaymentClient implements PaymentClient {
  readonly #transport: Transport;
  readonly #context: CallContext;

  constructor(transport: Transport, context: CallContext) {
    this.#transport = transport;
    this.#context = context;
  }

  ofOrder(orderId: string): Promise<readonly Payment[]> {
    return this.#transport.read(this.#context, getPayments, { orderId }, ({ payments }) =>
      askedFor(payments, (payment) => payment.orderId === orderId),
    );
  }

  async ofOrders(orderIds: readonly string[]): Promise<ReadonlyMap<string, readonly Payment[]>> {
    const payments = await inBatches(orderIds, maxIdsPerRequest, (ids) =>
      this.#transport.read(this.#context, getPaymentsByOrders, { orderIds: ids }, (answer) =>
        askedFor(answer.payments, (payment) => ids.includes(payment.orderId)),
      ),
    );
    const byOrder = new Map(orderIds.map((orderId): [string, Payment[]] => [orderId, []]));
    for (const payment of payments) byOrder.get(payment.orderId)?.push(payment);
    return byOrder;
  }
}
