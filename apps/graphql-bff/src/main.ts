import { openSettings } from '@bff/bff-host';
import { loadConfig, runMain } from '@bff/service-shell';
import { start } from './composition-root.ts';
import { configSchema } from './config.ts';
import { settingsSchema } from './settings.ts';

await runMain('graphql-bff', () => {
  const config = loadConfig(configSchema, process.env);
  const settings = openSettings('graphql-bff', settingsSchema, config, process.env);
  return start(config, settings);
});
