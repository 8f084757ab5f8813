import { join } from 'node:path';
import { settingsSchema } from '@bff/bff-host';
import { loadConfig, readYamlFile, runMain } from '@bff/service-shell';
import { start } from './composition-root.ts';
import { configSchema } from './config.ts';

await runMain('mobile-bff', () => {
  const config = loadConfig(configSchema, process.env);
  const settings = readYamlFile(join(config.configDir, 'mobile-bff.yaml'), settingsSchema);
  return start(config, settings);
});
