import { Agent, get } from 'node:http';
import { fixedSettings } from '@bff/live-settings';
import { anItem, createGate, reply } from '@bff/testing';
import { type WebApp, startWebApp } from './web-app.ts';

const CROWD = 1000;

let app: WebApp;
beforeEach(async () => {
  // More than a process takes on as it ships: the rest would be refused, and would not show what a crowd costs.
  const shedding = { maxInFlight: CROWD, minInFlight: CROWD };
  app = await startWebApp({
    hold: (values) => fixedSettings({ ...values, shedding: { ...values.shedding, ...shedding } }),
  });
});
afterEach(() => app.close());

it('1,000 customers who ask at once for one cold product make one call for it', async () => {
  const gate = createGate();
  app.inventory.on('GET', '/api/v2/items/:sku', reply.after(gate, reply.json(anItem())));
  const agent = new Agent({ keepAlive: true, maxSockets: CROWD });
  const pages = Array.from({ length: CROWD }, (_, at) => statusOf(agent, app.bearer({ sub: `usr_${at}` })));

  // All of them are in, and none is answered.
  await eventually(() => app.server.app.requests.count === CROWD);
  gate.open();
  expect(new Set(await Promise.all(pages))).toEqual(new Set([200]));
  expect(app.inventory.requests.filter(({ path }) => path.startsWith('/api/v2/items/'))).toHaveLength(1);
  agent.destroy();
});

const statusOf = (agent: Agent, headers: Readonly<Record<string, string>>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(`${app.server.url}/v1/products/SKU-0001`, { agent, headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    }).on('error', reject);
  });

async function eventually(condition: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + 15_000;
  while (!condition()) {
    if (performance.now() > giveUpAt) throw new Error('it never came true');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
