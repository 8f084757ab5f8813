// Fastify, which writes JSON from a schema, and undici's request, without any policies.
import { randomUUID } from 'node:crypto';
import type { LegacyStockRow, Order, Payment, User } from '@bff/contracts';
import { fastify } from 'fastify';
import { Pool } from 'undici';
import { requiredEnv } from '../required-env.ts';
import { orderPageSchema } from './order-page-schema.ts';
import { orderPage } from './order-page.ts';
import { paths, skusOf } from './services.ts';

const pool = new Pool(requiredEnv('DOWNSTREAM_URL'));

async function get<T>(path: string): Promise<T> {
  const { statusCode, body } = await pool.request({ method: 'GET', path });
  const answer = await body.json();
  if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}`);
  return answer as T;
}

const app = fastify();

app.get<{ Params: { orderId: string } }>(
  '/v1/orders/:orderId',
  { schema: { response: { 200: orderPageSchema } } },
  async ({ params: { orderId }, headers }) => {
    const ordered = get<Order>(paths.order(orderId)).then(async (order) => ({
      order,
      ...(await get<{ stock: LegacyStockRow[] }>(paths.stock(skusOf(order)))),
    }));
    const [{ order, stock }, user, { payments }] = await Promise.all([
      ordered,
      get<User>(paths.user(String(headers['x-user-id']))),
      get<{ payments: Payment[] }>(paths.payments(orderId)),
    ]);
    return orderPage({ order, stock, user, payments }, randomUUID());
  },
);

await app.listen({ port: Number(requiredEnv('PORT')), host: '127.0.0.1' });
process.send?.('ready');
