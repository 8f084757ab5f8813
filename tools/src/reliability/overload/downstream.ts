// The services and the token issuer as one process that costs next to nothing: what is measured is the BFF. Tells its
// parent where it is, with tokens; takes from it for how long an order should be waited for.
import { type IncomingMessage, createServer } from 'node:http';
import { aPayment, aUser, anOrder, startTokenIssuer, stockOf } from '@bff/testing';

/** What the process tells once it is ready. */
export interface Downstream {
  readonly url: string;
  readonly issuer: string;
  readonly jwksUrl: string;
  /** Of `usr_0`, `usr_1` and so on. `ord_n` is of the n-th, beginning anew after the last. */
  readonly tokens: readonly string[];
}

/** What it may be asked for. */
export interface DownstreamOrder {
  readonly orderWaitsMs: number;
}

const USERS = 200;
/** In place of the number of the order that is asked for: a text is quicker made by replacing than by serializing. */
const NUMBER = '<number>';
const USER = '<user>';

const line = anOrder().lines[0];
if (line === undefined) throw new Error('the order of the fixtures has no line');
const sku = `SKU-${NUMBER}`;
const userId = `usr_${USER}`;
const orderText = JSON.stringify(anOrder({ id: `ord_${NUMBER}`, userId, lines: [{ ...line, sku }] }));
const paymentText = JSON.stringify({ payments: [aPayment({ orderId: `ord_${NUMBER}`, userId })] });
const stockText = JSON.stringify({ stock: stockOf(sku, 3) });
const userText = JSON.stringify(aUser({ id: userId }));

/** Every order has its own products, so that nothing but the user is known already when its page is asked for. */
function answerTo(path: string): string | undefined {
  const number = /(?:ord_|SKU-|usr_)(\d+)/.exec(path)?.[1] ?? '0';
  const text = (template: string, user: string): string => template.replaceAll(NUMBER, number).replaceAll(USER, user);
  const owner = String(Number(number) % USERS);
  if (path.startsWith('/orders/')) return text(orderText, owner);
  if (path.startsWith('/payments?')) return text(paymentText, owner);
  if (path.startsWith('/api/v2/stock?')) return text(stockText, owner);
  return path.startsWith('/users/') ? text(userText, number) : undefined;
}

let orderWaitsMs = 0;

const server = createServer(({ url = '/' }: IncomingMessage, res) => {
  const body = answerTo(url);
  const answer = (): void => {
    res.writeHead(body === undefined ? 404 : 200, ['Content-Type', 'application/json']);
    res.end(body ?? '{}');
  };
  if (orderWaitsMs > 0 && url.startsWith('/orders/')) setTimeout(answer, orderWaitsMs);
  else answer();
});
server.keepAliveTimeout = 60_000;

server.listen(0, '127.0.0.1', async () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const issuer = await startTokenIssuer();
  const tokens = Array.from({ length: USERS }, (_, user) => issuer.token({ sub: `usr_${user}` }));
  const at: Downstream = {
    url: `http://127.0.0.1:${address.port}`,
    issuer: issuer.issuer,
    jwksUrl: issuer.jwksUrl,
    tokens,
  };
  process.send?.(at);
});

process.on('message', (order: DownstreamOrder) => {
  orderWaitsMs = order.orderWaitsMs;
  process.send?.('done');
});
process.once('disconnect', () => process.exit());
