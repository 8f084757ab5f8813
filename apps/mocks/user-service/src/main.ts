import { loadConfig, runMain } from '@bff/service-shell';
import { composeUserService } from './composition-root.ts';
import { configSchema } from './config.ts';

await runMain('user-service', async () => {
  const service = await composeUserService(loadConfig(configSchema, process.env));
  return service.start();
});
