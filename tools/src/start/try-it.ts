import { orderPageSchema, tokenResponseSchema } from '@bff/contracts';
import { z } from 'zod';
import type { PlacedApp } from '../placed-app.ts';

/** The user whose token is printed. Every generated data set has this one. */
const SAMPLE_USER = 'usr_0001';

/** A working day, so that the printed lines do not go stale by noon. */
const TOKEN_SECONDS = 8 * 60 * 60;

const TIMEOUT_MS = 3000;

/** Orders that are tried for one whose page is complete: some have products that no longer exist. */
const CANDIDATES = 10;

const envelopeSchema = z.object({ meta: z.object({ complete: z.boolean() }) });

/**
 * Lines that work when pasted, with a real token of the user service and an order of its user.
 * @throws {Error} when a service does not give what is needed for that
 */
export async function tryItLines(apps: readonly PlacedApp[]): Promise<string[]> {
  const bff = urlOf(apps, 'mobile-bff');
  const token = await fetchToken(urlOf(apps, 'user-service'));
  const orderId = await findOrder(urlOf(apps, 'order-service'), bff, token);
  const curl = (path: string, from = bff) => `  curl -s ${from}${path} -H "Authorization: Bearer $TOKEN"`;
  return [
    `Try it. The token is for ${SAMPLE_USER} and lasts ${TOKEN_SECONDS / 3600} hours.`,
    '',
    `  curl -s ${bff}/v1/orders/${orderId} -H 'Authorization: Bearer ${token}'`,
    '',
    '  TOKEN=$(npm run -s token)',
    curl('/v1/home'),
    curl('/v1/orders'),
    curl('/v1/profile'),
    curl('/v1/dashboard', urlOf(apps, 'web-bff')),
    '',
    `  ${urlOf(apps, 'graphql-bff')}/ in a browser: GraphQL, with queries to try`,
    `  ${urlOf(apps, 'console')}/ in a browser: the console, which shows all of it alive`,
    '',
    'Then break something in another terminal, and ask for the order again:',
    '',
    '  npm run fault -- payment hang',
    '  npm run fault -- clear',
  ];
}

function urlOf(apps: readonly PlacedApp[], name: string): string {
  const app = apps.find((candidate) => candidate.name === name);
  if (!app) throw new Error(`${name} is not in the table of apps`);
  return app.url;
}

async function fetchToken(userService: string): Promise<string> {
  const body = JSON.stringify({ userId: SAMPLE_USER, expiresInSeconds: TOKEN_SECONDS });
  const answer = await fetchJson(`${userService}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return tokenResponseSchema.parse(answer).access_token;
}

/** The newest order whose page is complete; asking also warms everything up, so that the first real call is fast. */
async function findOrder(orderService: string, bff: string, token: string): Promise<string> {
  const query = new URLSearchParams({ userId: SAMPLE_USER, limit: String(CANDIDATES) });
  const { orders } = orderPageSchema.parse(await fetchJson(`${orderService}/orders?${query}`));
  const [newest] = orders;
  if (!newest) throw new Error(`${SAMPLE_USER} has no order`);
  for (const { id } of orders) {
    const page = await fetchJson(`${bff}/v1/orders/${id}`, { headers: { authorization: `Bearer ${token}` } }).catch(
      () => undefined,
    );
    if (envelopeSchema.safeParse(page).data?.meta.complete) return id;
  }
  return newest.id;
}

async function fetchJson(url: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${init.method ?? 'GET'} ${url} answered ${response.status}`);
  return response.json();
}
