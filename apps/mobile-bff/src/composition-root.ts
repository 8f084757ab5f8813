import { type BffConfig, type PartsOptions, type Settings, createParts, startBff } from '@bff/bff-host';
import type { LiveSettings } from '@bff/live-settings';
import type { RunningServer } from '@bff/service-shell';
import { createApp } from './app.ts';

/** Changed whenever the shape of a value that a page keeps changes. */
const cacheSchema = '1';

/** Constructs the whole of mobile-bff and starts it. */
export async function start(
  config: BffConfig,
  settings: LiveSettings<Settings>,
  overrides: NonNullable<PartsOptions['overrides']> = {},
): Promise<RunningServer> {
  const parts = await createParts(config, settings, { app: 'mobile-bff', cacheSchema, overrides });
  const app = createApp(parts, settings, config.environment !== 'production');
  return startBff(app, config, parts);
}
