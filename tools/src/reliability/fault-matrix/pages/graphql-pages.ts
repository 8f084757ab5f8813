import type { PageSpec, SectionSpec } from './page-spec.ts';

const app = 'graphql-bff';
/** GraphQL keeps values by their ids, so every operation that shows them shares them. */
const customer: SectionSpec = { service: 'user', freshMs: 30_000, stale: true, shared: true };
const order: SectionSpec = { service: 'order', stale: true };
const payment: SectionSpec = { service: 'payment' };
const product: SectionSpec = { service: 'inventory', freshMs: 60_000, stale: true, shared: true };
const stock: SectionSpec = { service: 'inventory', freshMs: 2000, stale: true, shared: true };

const operation = (query: string, variables: object) => ({
  path: '/graphql',
  body: JSON.stringify({ query, variables }),
});

export const graphqlPages: readonly PageSpec[] = [
  {
    app,
    name: 'viewer',
    request: () =>
      operation('{ viewer { id roles customer { name email tier addresses { label address { city } } } } }', {}),
    sections: { 'viewer.customer': customer },
  },
  {
    app,
    name: 'orders',
    request: () =>
      operation(
        `{ orders(first: 5) { totalCount pageInfo { hasNextPage } edges { cursor node {
             id status totals { total { decimal } }
             customer { name } payment { status captured { decimal } }
             lines { sku name quantity product { name stock { available } } }
           } } } }`,
        {},
      ),
    sections: {
      orders: order,
      'orders.edges.node.customer': { ...customer, needs: ['orders'] },
      'orders.edges.node.payment': { ...payment, needs: ['orders'] },
      'orders.edges.node.lines.product': { ...product, needs: ['orders'] },
      'orders.edges.node.lines.product.stock': { ...stock, needs: ['orders.edges.node.lines.product'] },
    },
  },
  {
    app,
    name: 'order',
    request: ({ orderId }) =>
      operation(
        `query ($id: OrderId!) { order(id: $id) {
           id status history { status at } customer { name email } payment { status events { type at } }
           lines { sku quantity product { name images(size: SMALL) { url } stock { available warehouses { warehouse available } } } }
         } }`,
        { id: orderId },
      ),
    sections: {
      order: { ...order, shared: true },
      'order.customer': { ...customer, needs: ['order'] },
      'order.payment': { ...payment, needs: ['order'] },
      'order.lines.product': { ...product, needs: ['order'] },
      'order.lines.product.stock': { ...stock, needs: ['order.lines.product'] },
    },
  },
  {
    app,
    name: 'product',
    request: ({ sku }) =>
      operation('query ($sku: Sku!) { product(sku: $sku) { sku name price { decimal } stock { available } } }', {
        sku,
      }),
    sections: { product, 'product.stock': { ...stock, needs: ['product'] } },
  },
  {
    app,
    name: 'products',
    request: ({ cataloguePage }) =>
      operation(
        'query ($page: PageNumber!) { products(page: $page, pageSize: 5) { totalCount items { sku name stock { available } } } }',
        { page: cataloguePage },
      ),
    sections: { products: product, 'products.items.stock': { ...stock, needs: ['products'] } },
  },
];
