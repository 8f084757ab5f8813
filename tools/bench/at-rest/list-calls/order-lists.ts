import { z } from 'zod';

/** One page of a list of orders, as a client of one BFF asks for it. */
export interface ListRequest {
  readonly path: string;
  /** Of a POST. */
  readonly body?: string;
}

/** The list of orders of one BFF, with all that it shows of each. */
export interface OrderList {
  readonly app: 'mobile-bff' | 'web-bff' | 'graphql-bff';
  /** Orders that a page has at most; a longer list takes several. */
  readonly mostPerPage: number;
  request(count: number, cursor: string | undefined): ListRequest;
  /** How many orders an answer has, and where the next page begins. Throws when the page is not whole. */
  read(answer: unknown): { readonly orders: number; readonly cursor: string | undefined };
}

const restAnswer = z.object({
  data: z.object({
    orders: z.object({ items: z.array(z.unknown()), nextCursor: z.string().nullable() }),
  }),
  meta: z.object({ complete: z.literal(true) }),
});

const graphqlAnswer = z.object({
  errors: z.undefined().optional(),
  data: z.object({
    orders: z.object({ nodes: z.array(z.unknown()), pageInfo: z.object({ endCursor: z.string().nullable() }) }),
  }),
});

const query = `query ($first: PageSize!, $after: Cursor) {
  orders(first: $first, after: $after) {
    pageInfo { endCursor }
    nodes { id customer { name } payment { status } lines { name product { name stock { available } } } }
  }
}`;

const restList = (app: 'mobile-bff' | 'web-bff', mostPerPage: number): OrderList => ({
  app,
  mostPerPage,
  request: (count, cursor) => ({
    path: `/v1/orders?limit=${count}${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
  }),
  read(answer) {
    const { items, nextCursor } = restAnswer.parse(answer).data.orders;
    return { orders: items.length, cursor: nextCursor ?? undefined };
  },
});

export const orderLists: readonly OrderList[] = [
  restList('mobile-bff', 50),
  restList('web-bff', 100),
  {
    app: 'graphql-bff',
    mostPerPage: 50,
    request: (first, after) => ({ path: '/graphql', body: JSON.stringify({ query, variables: { first, after } }) }),
    read(answer) {
      const { nodes, pageInfo } = graphqlAnswer.parse(answer).data.orders;
      return { orders: nodes.length, cursor: pageInfo.endCursor ?? undefined };
    },
  },
];
