import { fixedSettings } from '@bff/live-settings';
import { createLogSink, createLogger } from '@bff/observability';
import { createApp, loadConfig } from '@bff/service-shell';
import { listen, startTokenIssuer, VirtualClock } from '@bff/testing';
import { type BffConfig, bffConfigSchema } from './bff-config.ts';
import { type BffParts, createParts } from './create-parts.ts';
import { settingsSchema } from './settings.ts';
import { startBff } from './start-bff.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const settings = settingsSchema.parse({
  page: { deadlineMs: 500 },
  services: { order: {}, user: {}, payment: {}, inventory: {} },
});

/** A BFF without pages, and the names of its parts that were closed. */
async function prepare(env: Readonly<Record<string, string>>) {
  const clock = new VirtualClock();
  const issuer = await startTokenIssuer({ clock });
  closers.push(() => issuer.close());
  const config: BffConfig = loadConfig(bffConfigSchema({ port: 0, adminPort: 0 }), {
    AUTH_JWKS_URL: issuer.jwksUrl,
    ...env,
  });
  const logger = createLogger({ app: 'test-bff', destination: createLogSink() });
  const parts = await createParts(config, fixedSettings(settings), {
    app: 'test-bff',
    cacheSchema: '1',
    overrides: { clock, logger },
  });
  let closed = 0;
  const counted: BffParts = { ...parts, onClose: [...parts.onClose, () => void (closed += 1)] };
  const app = createApp({ name: 'test-bff', logger, metrics: parts.metrics, clock, routes: () => {} });
  return { clock, closed: () => closed, start: () => startBff(app, config, counted) };
}

it('goes on serving for SHUTDOWN_DELAY_MS when it is closed, and says that it is not ready', async () => {
  const { clock, closed, start } = await prepare({ SHUTDOWN_DELAY_MS: '5000' });
  const server = await start();
  const ended = server.close();
  closers.push(async () => {
    await clock.advanceBy(server.longestCloseMs);
    await ended;
  });
  await clock.advanceBy(4999);
  expect((await fetch(`${server.url}/nowhere`)).status).toBe(404);
  expect((await fetch(`${server.adminUrl}/readyz`)).status).toBe(503);
  expect(closed()).toBe(0);
  await clock.advanceBy(1);
  await ended;
  expect(closed()).toBe(1);
  await expect(fetch(`${server.url}/nowhere`)).rejects.toThrow('fetch failed');
});

it.each(['PORT', 'ADMIN_PORT'])('closes its parts when the %s is taken', async (variable) => {
  const other = await listen(() => {});
  closers.push(() => other.close());
  const { clock, closed, start } = await prepare({ [variable]: String(other.port) });
  await expect(start()).rejects.toThrow('is already in use');
  expect(closed()).toBe(1);
  await clock.settle();
  expect(clock.pendingTimers).toBe(0);
});
