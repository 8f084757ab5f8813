import { join } from 'node:path';
import { systemClock } from '@bff/clock';
import { type LiveSettings, openLiveSettings } from '@bff/live-settings';
import { createLogger } from '@bff/observability';
import type { z } from 'zod';
import type { BffConfig } from './bff-config.ts';

/**
 * Opens `<app>.yaml` in the folder that the configuration names. Throws `ConfigError` when it cannot be used. What is opened
 * is closed with the BFF's parts.
 */
export const openSettings = <S extends z.ZodType>(
  app: string,
  schema: S,
  config: Pick<BffConfig, 'configDir' | 'logLevel'>,
  env: Readonly<Record<string, string | undefined>>,
): LiveSettings<z.output<S>> =>
  openLiveSettings({
    path: join(config.configDir, `${app}.yaml`),
    schema,
    env,
    clock: systemClock,
    logger: createLogger({ app, level: config.logLevel }),
  });
