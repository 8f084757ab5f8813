import { loadConfig, runMain } from '@bff/service-shell';
import { composePaymentService } from './composition-root.ts';
import { configSchema } from './config.ts';

await runMain('payment-service', async () => composePaymentService(loadConfig(configSchema, process.env)).start());
