import { orderPageRequest } from '../../graphql/workload.ts';

/** More than any cache keeps, so that what is kept reaches its full size. */
const ORDERS = 20_000;

/** The request for an order page of a BFF: the n-th asks for the n-th order, and begins anew after the last. */
export function orderPageOf(app: string, index: number, tokens: readonly string[]): string {
  const order = index % ORDERS;
  const token = tokens[order % tokens.length] ?? '';
  if (app === 'graphql-bff') return orderPageRequest(`ord_${order}`, token);
  return `GET /v1/orders/ord_${order} HTTP/1.1\r\nHost: ${app}\r\nAuthorization: Bearer ${token}\r\n\r\n`;
}
