import { get } from '@bff/rest-pages';
import { dashboardPage } from './pages/dashboard/dashboard.page.ts';
import { orderPage } from './pages/order/order.page.ts';
import { ordersPage } from './pages/orders/orders.page.ts';
import { productPage } from './pages/product/product.page.ts';
import { productsPage } from './pages/products/products.page.ts';
import { profilePage } from './pages/profile/profile.page.ts';
import { customerIdOf, supportOrderPage } from './pages/support-order/support-order.page.ts';

/** Everything that web-bff serves. */
export const routes = [
  get('/v1/dashboard', dashboardPage),
  get('/v1/orders', ordersPage),
  get('/v1/orders/:orderId', orderPage),
  get('/v1/products', productsPage),
  get('/v1/products/:sku', productPage),
  get('/v1/profile', profilePage),
  get('/v1/support/orders/:orderId', supportOrderPage, { role: 'support', subjectOf: customerIdOf }),
];
