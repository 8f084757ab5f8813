import { loadConfig, runMain } from '@bff/service-shell';
import { start } from './composition-root.ts';
import { configSchema } from './config.ts';

await runMain('console', () => start(loadConfig(configSchema, process.env)));
