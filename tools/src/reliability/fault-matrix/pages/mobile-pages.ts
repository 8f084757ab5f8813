import type { PageSpec } from './page-spec.ts';

const app = 'mobile-bff';
const seconds = (count: number): number => count * 1000;

export const mobilePages: readonly PageSpec[] = [
  {
    app,
    name: 'home',
    request: () => ({ path: '/v1/home' }),
    sections: {
      profile: { service: 'user', freshMs: seconds(30), stale: true },
      orders: { service: 'order', stale: true },
      thumbnails: { service: 'inventory', needs: ['orders'], freshMs: seconds(600), stale: true, shared: true },
      paymentAttention: { service: 'payment', needs: ['orders'] },
    },
  },
  {
    app,
    name: 'orders',
    request: () => ({ path: '/v1/orders' }),
    sections: {
      orders: { service: 'order', required: true, stale: true },
      thumbnails: { service: 'inventory', needs: ['orders'], freshMs: seconds(600), stale: true, shared: true },
    },
  },
  {
    app,
    name: 'order',
    request: ({ orderId }) => ({ path: `/v1/orders/${orderId}` }),
    sections: {
      order: { service: 'order', required: true, stale: true },
      customer: { service: 'user', freshMs: seconds(30), stale: true },
      payment: { service: 'payment' },
      stock: { service: 'inventory', needs: ['order'], freshMs: seconds(2), stale: true, shared: true },
    },
  },
  {
    app,
    name: 'profile',
    request: () => ({ path: '/v1/profile' }),
    sections: { profile: { service: 'user', required: true, freshMs: seconds(10), stale: true } },
  },
];
