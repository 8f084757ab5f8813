import { resolve } from 'node:path';
import { settingsSchema } from '@bff/bff-host';
import { fixedSettings } from '@bff/live-settings';
import { loadConfig, readYamlFile } from '@bff/service-shell';
import { type BffWithStubs, startBffWithStubs } from '@bff/testing';
import { start } from '../src/composition-root.ts';
import { configSchema } from '../src/config.ts';

const configFile = resolve(import.meta.dirname, '../../../config/mobile-bff.yaml');

/** mobile-bff as it ships, with four programmable services. */
export type MobileApp = BffWithStubs;

export interface MobileAppOptions {
  /**
   * Retries of every service. Default 0: on a clock that stands still, the wait before a retry would never end.
   */
  readonly retries?: number;
}

export const startMobileApp = ({ retries = 0 }: MobileAppOptions = {}): Promise<MobileApp> =>
  startBffWithStubs('mobile-bff', ({ env, clock, logger }) => {
    const settings = readYamlFile(configFile, settingsSchema);
    for (const limits of Object.values(settings.services)) limits.retries = retries;
    return start(loadConfig(configSchema, env), fixedSettings(settings), { clock, logger });
  });
