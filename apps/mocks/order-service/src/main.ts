import { loadConfig, runMain } from '@bff/service-shell';
import { composeOrderService } from './composition-root.ts';
import { configSchema } from './config.ts';

await runMain('order-service', async () => composeOrderService(loadConfig(configSchema, process.env)).start());
