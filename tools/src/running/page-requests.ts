import type { LoadRequest } from '../load/load-request.ts';

/** Where a BFF listens, by its name. */
type UrlOf = (app: string) => string;

const orderQuery =
  'query Order($id: OrderId!) { order(id: $id) { id customer { name } payment { status } ' +
  'lines { name product { stock { available } } } } }';

export const mobileOrder = (urlOf: UrlOf, token: string, orderId = 'ord_20000'): LoadRequest =>
  getRequest('mobile-bff', urlOf, token, `/v1/orders/${orderId}`);

export const graphqlOrder = (urlOf: UrlOf, token: string, orderId = 'ord_20000'): LoadRequest => ({
  name: 'graphql-bff order',
  url: `${urlOf('graphql-bff')}/graphql`,
  method: 'POST',
  headers: { ...bearer(token), 'content-type': 'application/json' },
  body: JSON.stringify({ query: orderQuery, variables: { id: orderId } }),
});

/** A GET of a BFF, named for its page: `web-bff /v1/dashboard`. */
export const getRequest = (app: string, urlOf: UrlOf, token: string, path: string): LoadRequest => ({
  name: `${app} ${path.replace(/ord_\d+/, '{orderId}').replace(/SKU-\d+/, '{sku}')}`,
  url: urlOf(app) + path,
  headers: bearer(token),
});

/** A customer's pages, one of each kind, on all three BFFs. The default order is the demo user's. */
export const customerPages = (urlOf: UrlOf, token: string, orderId = 'ord_20000'): readonly LoadRequest[] => [
  mobileOrder(urlOf, token, orderId),
  ...['/v1/home', '/v1/orders', '/v1/profile'].map((path) => getRequest('mobile-bff', urlOf, token, path)),
  ...[`/v1/orders/${orderId}`, '/v1/dashboard', '/v1/products', '/v1/products/SKU-0001'].map((path) =>
    getRequest('web-bff', urlOf, token, path),
  ),
  graphqlOrder(urlOf, token, orderId),
];

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
