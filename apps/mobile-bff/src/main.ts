import { openSettings, settingsSchema } from '@bff/bff-host';
import { loadConfig, runMain } from '@bff/service-shell';
import { start } from './composition-root.ts';
import { configSchema } from './config.ts';

await runMain('mobile-bff', () => {
  const config = loadConfig(configSchema, process.env);
  const settings = openSettings('mobile-bff', settingsSchema, config, process.env);
  return start(config, settings);
});
