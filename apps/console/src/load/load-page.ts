import { z } from 'zod';

/** A development user of a load: what one needs to ask for pages. */
export interface LoadUser {
  readonly token: string;
  /** The newest first. Empty while none could be had. */
  readonly orderIds: readonly string[];
}

/** A request to the public port of a BFF, as a client app sends it. */
export interface PageRequest {
  readonly method: 'GET' | 'POST';
  /** Below the URL of the BFF. */
  readonly path: string;
  readonly body?: string;
}

/** A page that load can be made of. */
export interface LoadPage {
  readonly app: string;
  readonly page: string;
  /** Undefined: for that page the user's orders have to be known. */
  request(user: LoadUser, index: number): PageRequest | undefined;
}

/** How the orders of a user are asked for, and found in the answer. */
export interface OrderList {
  readonly request: PageRequest;
  idsIn(answer: unknown): readonly string[];
}

const orderQuery =
  'query Order($id: OrderId!) { order(id: $id) { id customer { name } payment { status } ' +
  'lines { name product { stock { available } } } } }';

const restOrder = (app: string): LoadPage => ({
  app,
  page: 'order',
  request: (user, index) => withOrder(user, index, (id) => ({ method: 'GET', path: `/v1/orders/${id}` })),
});

const plain = (app: string, page: string): LoadPage => ({
  app,
  page,
  request: () => ({ method: 'GET', path: `/v1/${page}` }),
});

const graphqlOrder: LoadPage = {
  app: 'graphql-bff',
  page: 'order',
  request: (user, index) => withOrder(user, index, (id) => graphql({ query: orderQuery, variables: { id } })),
};

/** What can be chosen. */
export const loadPages: readonly LoadPage[] = [
  restOrder('mobile-bff'),
  plain('mobile-bff', 'home'),
  restOrder('web-bff'),
  plain('web-bff', 'dashboard'),
  graphqlOrder,
];

const restList = z.object({
  data: z.object({ orders: z.object({ items: z.array(z.object({ id: z.string() })) }) }),
});
const graphqlList = z.object({
  data: z.object({ orders: z.object({ nodes: z.array(z.object({ id: z.string() })) }) }),
});

export function orderListOf(app: string): OrderList {
  if (app === 'graphql-bff') {
    return {
      request: graphql({ query: '{ orders(first: 10) { nodes { id } } }' }),
      idsIn: (answer) => graphqlList.safeParse(answer).data?.data.orders.nodes.map(({ id }) => id) ?? [],
    };
  }
  return {
    request: { method: 'GET', path: '/v1/orders?limit=10' },
    idsIn: (answer) => restList.safeParse(answer).data?.data.orders.items.map(({ id }) => id) ?? [],
  };
}

function graphql(body: object): PageRequest {
  return { method: 'POST', path: '/graphql', body: JSON.stringify(body) };
}

function withOrder(user: LoadUser, index: number, make: (id: string) => PageRequest): PageRequest | undefined {
  const id = user.orderIds[index % Math.max(1, user.orderIds.length)];
  return id === undefined ? undefined : make(encodeURIComponent(id));
}
