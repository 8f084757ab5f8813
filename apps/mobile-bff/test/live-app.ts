import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Settings, settingsSchema } from '@bff/bff-host';
import { type LiveSettings, openLiveSettings } from '@bff/live-settings';
import { loadConfig } from '@bff/service-shell';
import { VirtualClock, startBffWithStubs } from '@bff/testing';
import { start } from '../src/composition-root.ts';
import { configSchema } from '../src/config.ts';
import type { MobileApp } from './mobile-app.ts';

/** The settings that ship, without retries: on a clock that stands still, the wait before one would never end. */
export const shipped = readFileSync(resolve(import.meta.dirname, '../../../config/mobile-bff.yaml'), 'utf8').replaceAll(
  /^( *)attemptMs:/gm,
  '$1retries: 0\n$1attemptMs:',
);

/** mobile-bff on a settings file of its own, with four programmable services. */
export interface LiveApp extends MobileApp {
  readonly file: string;
  readonly settings: LiveSettings<Settings>;
  /** What looks at the file are timed by: another clock than the app's, on which no time passes by an edit. */
  readonly fileClock: VirtualClock;
  /** Writes the file, and settles when that was taken over or refused. */
  edit(text: string): Promise<void>;
}

export async function startLiveApp(env: Readonly<Record<string, string>> = {}): Promise<LiveApp> {
  const folder = mkdtempSync(join(tmpdir(), 'mobile-bff-'));
  const file = join(folder, 'mobile-bff.yaml');
  writeFileSync(file, shipped);
  const fileClock = new VirtualClock();
  let settings: LiveSettings<Settings> | undefined;
  const app = await startBffWithStubs('mobile-bff', ({ env: surroundings, clock, logger }) => {
    settings = openLiveSettings({ path: file, schema: settingsSchema, env, clock: fileClock, logger });
    return start(loadConfig(configSchema, surroundings), settings, { clock, logger });
  });
  if (settings === undefined) throw new Error('was not started');
  const opened = settings;
  return {
    ...app,
    file,
    settings: opened,
    fileClock,
    async edit(text) {
      writeFileSync(file, text);
      for (let look = 0; look < 2; look++) {
        fileClock.advance(500);
        // The file is read by real threads: the look is over when the next one is set.
        while (fileClock.pendingTimers === 0) await nextTurn();
      }
    },
    async close() {
      await app.close();
      rmSync(folder, { recursive: true });
    },
  };
}
