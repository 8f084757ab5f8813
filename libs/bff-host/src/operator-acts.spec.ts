import { fixedSettings } from '@bff/live-settings';
import { createLogSink, createLogger } from '@bff/observability';
import { createApp, loadConfig } from '@bff/service-shell';
import { type TokenIssuer, VirtualClock, describeWithRedis, startRedis, startTokenIssuer } from '@bff/testing';
import { bffConfigSchema } from './bff-config.ts';
import { createParts } from './create-parts.ts';
import { settingsSchema } from './settings.ts';
import { startBff } from './start-bff.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

const settings = settingsSchema.parse({
  page: { deadlineMs: 500 },
  services: { order: {}, user: {}, payment: {}, inventory: {} },
});

async function start(env: Readonly<Record<string, string>> = {}): Promise<{ adminUrl: string; issuer: TokenIssuer }> {
  const clock = new VirtualClock();
  const issuer = await startTokenIssuer({ clock });
  closers.push(() => issuer.close());
  const from = { AUTH_ISSUER: issuer.issuer, AUTH_JWKS_URL: issuer.jwksUrl, ...env };
  const config = loadConfig(bffConfigSchema({ port: 0, adminPort: 0 }), from);
  const logger = createLogger({ app: 'test-bff', destination: createLogSink() });
  const overrides = { clock, logger };
  const parts = await createParts(config, fixedSettings(settings), { app: 'test-bff', cacheSchema: '1', overrides });
  const app = createApp({ name: 'test-bff', logger, metrics: parts.metrics, clock, routes: () => {} });
  const server = await startBff(app, config, parts);
  closers.push(async () => {
    const closed = server.close();
    await clock.advanceBy(server.longestCloseMs);
    await closed;
    // A replica that went on looking at Redis would hold the process open.
    expect(clock.pendingTimers).toBe(0);
  });
  return { adminUrl: server.adminUrl, issuer };
}

const circuits = async (adminUrl: string): Promise<unknown> => (await fetch(`${adminUrl}/circuits`)).json();

it('lets an operator act on the circuit of each service, on the admin port', async () => {
  const { adminUrl, issuer } = await start();
  for (const service of ['order', 'user', 'payment', 'inventory']) {
    const response = await fetch(`${adminUrl}/circuits/${service}/isolate`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${issuer.token({ roles: ['operator'] })}`,
        'content-type': 'application/json',
      },
      body: '{"reason":"for a test"}',
    });
    expect(response.status).toBe(200);
  }
  const isolated = expect.objectContaining({ state: 'isolated' });
  expect(await circuits(adminUrl)).toMatchObject({ circuits: [isolated, isolated, isolated, isolated] });
  expect((await fetch(`${adminUrl}/settings`)).status).toBe(200);
});

describeWithRedis('a BFF that starts while a circuit is isolated', () => {
  it('has it isolated before it serves', async () => {
    const redis = await startRedis();
    closers.push(() => redis.stop());
    const act = { id: 'a', act: 'isolate', by: 'usr_7', reason: 'ledger repair', at: '2026-01-01T00:00:00.000Z' };
    await redis.command('HSET', 'bff:test-bff:circuits', 'payment', `3 ${JSON.stringify(act)}`);
    const { adminUrl } = await start({ REDIS_URL: redis.url });
    expect(await circuits(adminUrl)).toMatchObject({
      replicas: 'connected',
      circuits: expect.arrayContaining([
        expect.objectContaining({
          service: 'payment',
          state: 'isolated',
          lastAct: expect.objectContaining({ by: 'usr_7', shared: true }),
        }),
      ]),
    });
  });
});
