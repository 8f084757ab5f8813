import { resolve } from 'node:path';
import { type LiveSettings, fixedSettings } from '@bff/live-settings';
import { loadConfig, readYamlFile } from '@bff/service-shell';
import { type BffWithStubs, type RecordedRequest, aPayment, anItem, reply, startBffWithStubs } from '@bff/testing';
import { start } from '../src/composition-root.ts';
import { configSchema } from '../src/config.ts';
import { routes } from '../src/routes.ts';
import { type WebSettings, settingsSchema } from '../src/settings.ts';

const configFile = resolve(import.meta.dirname, '../../../config/web-bff.yaml');

/** web-bff as it ships, with four programmable services. */
export type WebApp = BffWithStubs;

export interface WebAppOptions {
  /** Retries of every service. Default 0: on a clock that stands still, the wait before a retry would never end. */
  readonly retries?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** What holds the settings: a test that changes them while the app runs brings its own. Default: they stay. */
  readonly hold?: (values: WebSettings) => LiveSettings<WebSettings>;
}

export async function startWebApp({
  retries = 0,
  env = {},
  hold = fixedSettings,
}: WebAppOptions = {}): Promise<WebApp> {
  const app = await startBffWithStubs('web-bff', ({ env: surroundings, clock, logger }) => {
    const settings = readYamlFile(configFile, settingsSchema);
    for (const limits of Object.values(settings.services)) limits.retries = retries;
    return start(loadConfig(configSchema, { ...surroundings, ...env }), hold(settings), { clock, logger });
  });
  const month = new Date(app.clock.wallTime()).toISOString().slice(0, 7);
  app.order.on(
    'GET',
    '/orders/spending',
    reply.json({ months: [{ month, currency: 'EUR', amount: 8685, orders: 1 }] }),
  );
  app.inventory.on('GET', '/api/v2/items', itemsAskedFor);
  const refund = { amount: { amount: 800, currency: 'EUR' }, at: '2026-11-01T00:00:00Z', reason: 'damaged' };
  const payment = aPayment({ status: 'partially_refunded', refunds: [refund] });
  app.payment.on('GET', '/payments', reply.json({ payments: [payment] }));
  return app;
}

/** Any product that is asked for. */
export const itemsAskedFor = reply.json(({ query }: RecordedRequest) => ({
  items: (query.get('sku_codes') ?? '').split(',').map((sku) => anItem({ sku_code: sku })),
}));

/** A path for each route, with things that are there. */
export const pathOf = ({ path }: { readonly path: string }): string =>
  path.replace(':orderId', 'ord_1').replace(':sku', 'SKU-0001');

/** Every page of the app, as a table for `it.each`. */
export const allRoutes = routes.map((route) => [route.page.name, route] as const);

/** Headers of a caller who may see every page. */
export const support = (app: WebApp) => app.bearer({ roles: ['customer', 'support'] });
