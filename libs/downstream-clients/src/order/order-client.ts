import type { Instant, Order, OrderPage, OrderSort, OrderStatus } from '@bff/contracts';
import type { MonthlySpending } from './monthly-spending.ts';

/** Which orders of a user, and which page of them. What is left out is the order service's default. */
export interface OrdersQuery {
  /** `nextCursor` of the page before, or one of its `cursors`; bound to the filter and sort it was given for. */
  readonly cursor?: string | undefined;
  /** Orders a page, 1 to 100. The service's default is 20. */
  readonly limit?: number | undefined;
  readonly status?: OrderStatus | undefined;
  /** Words, all of which must occur in the order's id or the names of its lines; 1 to 100 characters. */
  readonly text?: string | undefined;
  /** Placed at or after this time. */
  readonly from?: Instant | undefined;
  /** Placed before this time. */
  readonly to?: Instant | undefined;
  /** Default `-placedAt`: newest first. */
  readonly sort?: OrderSort | undefined;
}

/** A page of orders with a cursor for each of them. */
export interface OrderPageWithCursors extends OrderPage {
  /** As many as orders; `cursors[i]` asks for what comes after `orders[i]`, just as `nextCursor` does. */
  readonly cursors: string[];
}

/** A span of time. */
export interface TimeSpan {
  readonly from: Instant;
  /** Not within the span any more. */
  readonly to: Instant;
}

/** The order service, bound to one request. Every method rejects with `DownstreamError` or an `AbortReason`. */
export interface OrderClient {
  /** One order. Rejects with `NOT_FOUND` when there is none. Whose it is, the caller checks. */
  byId(orderId: string): Promise<Order>;
  /**
   * One page of a user's orders; a user without orders, or an unknown one, has an empty page. Rejects with `BadRequest`
   * naming `cursor` when the service refuses the cursor: nobody else can tell whether it is good.
   */
  ofUser(userId: string, query?: OrdersQuery): Promise<OrderPage>;
  /**
   * The same with a cursor for each order, to go on after any of them. Rejects with `DOWNSTREAM_BAD_RESPONSE` when the
   * service leaves them out or gives another number than orders.
   */
  ofUserWithCursors(userId: string, query?: OrdersQuery): Promise<OrderPageWithCursors>;
  /**
   * What a user ordered for within a span, by month and then by currency; months without an order are left out, and so
   * are cancelled orders. Refunds are not taken off.
   */
  spending(userId: string, span: TimeSpan): Promise<readonly MonthlySpending[]>;
  /** Orders by id, in the order asked for. An id that does not exist has no entry. */
  byIds(orderIds: readonly string[]): Promise<ReadonlyMap<string, Order>>;
}
