import { type PartsOptions, createParts, startBff } from '@bff/bff-host';
import type { LiveSettings } from '@bff/live-settings';
import type { RunningServer } from '@bff/service-shell';
import { createApp } from './app.ts';
import type { WebConfig } from './config.ts';
import type { WebSettings } from './settings.ts';

/** Changed whenever the shape of a value that a page keeps changes. */
const cacheSchema = '1';

/** Constructs the whole of web-bff and starts it. */
export async function start(
  config: WebConfig,
  settings: LiveSettings<WebSettings>,
  overrides: NonNullable<PartsOptions['overrides']> = {},
): Promise<RunningServer> {
  const parts = await createParts(config, settings, { app: 'web-bff', cacheSchema, overrides });
  return startBff(createApp(parts, settings, config), config, parts);
}
