import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type LogLine, createLogSink, createLogger } from '@bff/observability';
import { VirtualClock } from '@bff/testing';
import { z } from 'zod';
import { type LiveSettings, type Reload, openLiveSettings } from '../src/index.ts';

const breaker = z.strictObject({
  openMs: z.int().min(1).default(5000).describe('How long the circuit stays open, in ms.'),
  probes: z.int().min(1).default(3),
});

/** `page` is required and stands last in every text, as it does in the files that ship. */
export const schema = z.strictObject({
  breaker: breaker.prefault({}),
  codes: z.array(z.string()).default(['a']),
  page: z.strictObject({ deadlineMs: z.int().min(1) }),
});

export type TestValues = z.output<typeof schema>;

export const textOf = (deadlineMs: number, openMs = 4000): string =>
  `breaker:\n  openMs: ${openMs}\npage:\n  deadlineMs: ${deadlineMs}\n`;

/** Settings in a real file, on a clock that stands still. */
export interface OpenedSettings {
  /** A folder of its own; the file is `app.yaml` in it unless told otherwise. */
  readonly folder: string;
  readonly path: string;
  readonly settings: LiveSettings<TestValues>;
  readonly clock: VirtualClock;
  readonly reloads: readonly Reload[];
  logLines(): readonly LogLine[];
  /** Lets the watch look at the file so many times. */
  looks(times: number): Promise<void>;
  close(): void;
}

export interface OpenOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Makes the file, and returns its path; default writes `textOf(740)`. */
  readonly make?: (folder: string) => string;
}

export function open({ env = {}, make = writeFirst }: OpenOptions = {}): OpenedSettings {
  const folder = mkdtempSync(join(tmpdir(), 'settings-'));
  const path = make(folder);
  const clock = new VirtualClock();
  const log = createLogSink();
  const logger = createLogger({ app: 'test', destination: log });
  const settings = openLiveSettings({ path, schema, env, clock, logger });
  const reloads: Reload[] = [];
  settings.onReload((reload) => reloads.push(reload));
  return {
    folder,
    path,
    settings,
    clock,
    reloads,
    logLines: () => log.lines(),
    async looks(times) {
      for (let look = 0; look < times; look++) {
        clock.advance(500);
        // The file is read by real threads: the look is over when the next one is set.
        while (clock.pendingTimers === 0) await nextTurn();
      }
    },
    close() {
      settings.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeFirst(folder: string): string {
  const path = join(folder, 'app.yaml');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, textOf(740));
  return path;
}
