// The ceiling: Node's server and undici's dispatch, as little as four requests and a page can be made of. No safety at all.
import { randomUUID } from 'node:crypto';
import { type ServerResponse, createServer } from 'node:http';
import type { LegacyStockRow, Order, Payment, User } from '@bff/contracts';
import { Pool } from 'undici';
import { requiredEnv } from '../required-env.ts';
import { orderPage } from './order-page.ts';
import { paths, skusOf } from './services.ts';

const pool = new Pool(requiredEnv('DOWNSTREAM_URL'));

const get = <T>(path: string): Promise<T> =>
  new Promise((resolve, reject) => {
    let status = 0;
    const chunks: Buffer[] = [];
    pool.dispatch(
      { method: 'GET', path },
      {
        onRequestStart() {},
        onResponseStart(_controller, statusCode) {
          status = statusCode;
        },
        onResponseData(_controller, chunk) {
          chunks.push(chunk);
        },
        onResponseEnd() {
          if (status !== 200) reject(new Error(`${path} answered ${status}`));
          else resolve(JSON.parse(chunks.length === 1 ? String(chunks[0]) : Buffer.concat(chunks).toString()));
        },
        onResponseError(_controller, error) {
          reject(error);
        },
      },
    );
  });

async function answer(orderId: string, userId: string, response: ServerResponse): Promise<void> {
  const ordered = get<Order>(paths.order(orderId)).then(async (order) => ({
    order,
    ...(await get<{ stock: LegacyStockRow[] }>(paths.stock(skusOf(order)))),
  }));
  const [{ order, stock }, user, { payments }] = await Promise.all([
    ordered,
    get<User>(paths.user(userId)),
    get<{ payments: Payment[] }>(paths.payments(orderId)),
  ]);
  const body = JSON.stringify(orderPage({ order, user, payments, stock }, randomUUID()));
  response.writeHead(200, ['Content-Type', 'application/json', 'Content-Length', String(Buffer.byteLength(body))]);
  response.end(body);
}

const START = '/v1/orders/';

createServer((request, response) => {
  const { url = '', headers } = request;
  if (!url.startsWith(START)) {
    response.writeHead(404).end();
    return;
  }
  answer(url.slice(START.length), String(headers['x-user-id']), response).catch(() => {
    response.writeHead(500, { 'Content-Type': 'application/json' }).end('{}');
  });
}).listen(Number(requiredEnv('PORT')), '127.0.0.1', () => process.send?.('ready'));
