/** The order page of the phone as an operation: order, lines, customer, payment, and the stock of each line. */
export const orderPageQuery = `query OrderPage($id: OrderId!) {
  order(id: $id) {
    id
    status
    placedAt
    totals { total { amount currency } }
    lines { sku name quantity unitPrice { amount } product { stock { available } } }
    shippingAddress { recipient city country }
    customer { name tier }
    payment { status method { brand last4 } amount { amount currency } refunded { amount currency } }
  }
}`;

/** The body of a POST that asks for the page of an order. */
export const orderPageBody = (orderId: string): string =>
  JSON.stringify({ query: orderPageQuery, variables: { id: orderId } });

/** The whole request as it goes over the wire. The order is of the user whose token it is. */
export function orderPageRequest(orderId: string, token: string): string {
  const body = orderPageBody(orderId);
  return (
    `POST /graphql HTTP/1.1\r\nHost: graphql-bff\r\nAuthorization: Bearer ${token}\r\nAccept: application/json\r\n` +
    `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
}

export type PageQuality = 'good' | 'partial' | 'failed';

/**
 * Whether an answer has everything, the order without something, or not even the order. Errors are what tells: a field that
 * failed is null and has one. It looks for the word only, so that judging costs a driver next to nothing; no value of the
 * fixed data has it.
 */
export function judgeOrderPage(status: number, body: string): PageQuality {
  if (status !== 200 || !body.includes('"order":{')) return 'failed';
  return body.includes('"errors":') ? 'partial' : 'good';
}

/** What the contenders must agree on. graphql-bff says more besides, in `extensions`. */
export const orderPageData = (body: string): unknown => (JSON.parse(body) as { data?: unknown }).data;
