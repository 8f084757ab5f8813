import { get } from '@bff/rest-pages';
import { homePage } from './pages/home/home.page.ts';
import { orderPage } from './pages/order/order.page.ts';
import { ordersPage } from './pages/orders/orders.page.ts';
import { profilePage } from './pages/profile/profile.page.ts';

/** Everything that mobile-bff serves. */
export const routes = [
  get('/v1/home', homePage),
  get('/v1/orders', ordersPage),
  get('/v1/orders/:orderId', orderPage),
  get('/v1/profile', profilePage),
];
