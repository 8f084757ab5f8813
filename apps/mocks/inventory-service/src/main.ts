import { loadConfig, runMain } from '@bff/service-shell';
import { composeInventoryService } from './composition-root.ts';
import { configSchema } from './config.ts';

await runMain('inventory-service', async () => composeInventoryService(loadConfig(configSchema, process.env)).start());
