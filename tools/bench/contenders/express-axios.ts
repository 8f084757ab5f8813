// What people write: Express and axios as they come, and Promise.all.
import { randomUUID } from 'node:crypto';
import type { LegacyStockRow, Order, Payment, User } from '@bff/contracts';
import axios from 'axios';
import express from 'express';
import { requiredEnv } from '../required-env.ts';
import { orderPage } from './order-page.ts';
import { paths, skusOf } from './services.ts';

const baseUrl = requiredEnv('DOWNSTREAM_URL');
const app = express();

app.get('/v1/orders/:orderId', async (req, res) => {
  const { orderId } = req.params;
  const ordered = axios.get<Order>(baseUrl + paths.order(orderId)).then(async ({ data: order }) => {
    const { data } = await axios.get<{ stock: LegacyStockRow[] }>(baseUrl + paths.stock(skusOf(order)));
    return { order, stock: data.stock };
  });
  const [{ order, stock }, user, payment] = await Promise.all([
    ordered,
    axios.get<User>(baseUrl + paths.user(String(req.headers['x-user-id']))),
    axios.get<{ payments: Payment[] }>(baseUrl + paths.payments(orderId)),
  ]);
  res.json(orderPage({ order, stock, user: user.data, payments: payment.data.payments }, randomUUID()));
});

app.listen(Number(requiredEnv('PORT')), '127.0.0.1', () => process.send?.('ready'));
