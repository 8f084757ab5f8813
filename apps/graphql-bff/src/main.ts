import { join } from 'node:path';
import { loadConfig, readYamlFile, runMain } from '@bff/service-shell';
import { start } from './composition-root.ts';
import { configSchema } from './config.ts';
import { settingsSchema } from './settings.ts';

await runMain('graphql-bff', () => {
  const config = loadConfig(configSchema, process.env);
  const settings = readYamlFile(join(config.configDir, 'graphql-bff.yaml'), settingsSchema);
  return start(config, settings);
});
