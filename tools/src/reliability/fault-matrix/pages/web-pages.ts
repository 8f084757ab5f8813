import type { PageSpec, SectionSpec } from './page-spec.ts';

const app = 'web-bff';
const profile: SectionSpec = { service: 'user', freshMs: 30_000, stale: true };
const orders: SectionSpec = { service: 'order', stale: true };
const products: SectionSpec = { service: 'inventory', freshMs: 60_000, stale: true, shared: true };
const stock: SectionSpec = { service: 'inventory', freshMs: 2000, stale: true, shared: true };

export const webPages: readonly PageSpec[] = [
  {
    app,
    name: 'dashboard',
    request: () => ({ path: '/v1/dashboard' }),
    sections: {
      profile,
      recentOrders: orders,
      payments: { service: 'payment', needs: ['recentOrders'] },
      spending: orders,
      lowStock: { ...stock, needs: ['recentOrders'] },
    },
  },
  {
    app,
    name: 'orders',
    request: () => ({ path: '/v1/orders' }),
    sections: {
      orders: { ...orders, required: true },
      payments: { service: 'payment', needs: ['orders'] },
      thumbnails: { ...products, needs: ['orders'] },
    },
  },
  {
    app,
    name: 'order',
    request: ({ orderId }) => ({ path: `/v1/orders/${orderId}` }),
    sections: {
      order: { ...orders, required: true },
      products: { ...products, needs: ['order'] },
      stock: { ...stock, needs: ['order'] },
      customer: profile,
      payment: { service: 'payment' },
    },
  },
  {
    app,
    name: 'products',
    request: ({ cataloguePage }) => ({ path: `/v1/products?page=${cataloguePage}&pageSize=5` }),
    sections: {
      products: { ...products, required: true },
      stock: { ...stock, needs: ['products'] },
    },
  },
  {
    app,
    name: 'product',
    request: ({ sku }) => ({ path: `/v1/products/${sku}` }),
    sections: {
      product: { ...products, required: true },
      stock,
    },
  },
  {
    app,
    name: 'profile',
    request: () => ({ path: '/v1/profile' }),
    sections: { profile: { ...profile, required: true } },
  },
  {
    app,
    name: 'support order',
    asSupport: true,
    request: ({ orderId }) => ({ path: `/v1/support/orders/${orderId}` }),
    sections: {
      order: { service: 'order', required: true },
      customer: { service: 'user', needs: ['order'] },
      payment: { service: 'payment' },
      products: { ...products, needs: ['order'] },
      stock: { ...stock, needs: ['order'] },
    },
  },
];
