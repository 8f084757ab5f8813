import { readFileSync } from 'node:fs';
import type { Clock } from '@bff/clock';
import { type Logger, isError } from '@bff/observability';
import { ConfigError, valueAt } from '@bff/service-shell';
import type { z } from 'zod';
import { changesBetween } from './changes.ts';
import { environmentOverrides } from './environment-overrides.ts';
import { type Look, watchFile } from './file-watch.ts';
import { knobForms } from './knob-forms.ts';
import type { LiveSettings, Reload } from './live-settings.ts';
import { type LoadedSettings, loadSettings } from './load-settings.ts';
import { rewriteFile } from './tuning/rewrite-file.ts';
import { tunedText } from './tuning/tuned-text.ts';

export interface LiveSettingsOptions<S extends z.ZodType> {
  readonly path: string;
  readonly schema: S;
  /** Where overrides are looked for, once: the environment of a running process does not change. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Reads a settings file and goes on looking at it until it is closed. Throws `ConfigError` if the file or an override cannot
 * be used. Later on, a content that cannot be used is logged and changes nothing.
 */
export function openLiveSettings<S extends z.ZodType>(options: LiveSettingsOptions<S>): LiveSettings<z.output<S>> {
  const { path: file, schema, env, clock, logger } = options;
  const overrides = environmentOverrides(env);
  const forms = knobForms(schema);
  const load = (text: string) => loadSettings({ text, file, schema, overrides });
  const now = (): string => new Date(clock.wallTime()).toISOString();

  const text = firstText(file);
  let loaded: LoadedSettings<z.output<S>> = load(text);
  let loadedAt = now();
  let refused: { at: string; problems: readonly string[] } | null = null;
  const startedAt = loadedAt;
  const changedAt = new Map<string, string>();
  const listeners = new Set<(reload: Reload) => void>();

  function take(look: Look): void {
    let next: LoadedSettings<z.output<S>>;
    try {
      if ('problem' in look) throw new ConfigError([`${file}: ${look.problem}`]);
      next = load(look.text);
    } catch (error) {
      if (!(error instanceof ConfigError)) logger.error({ file, err: error }, 'settings could not be read');
      refuse(error instanceof ConfigError ? error.problems : [`${file}: cannot be read, by a defect of ours`]);
      return;
    }
    const changes = changesBetween(forms, loaded.values, next.values);
    loaded = next;
    loadedAt = now();
    for (const { path } of changes) changedAt.set(path, loadedAt);
    if (refused) logger.info({ file, refusedSince: refused.at }, 'settings mended: the file can be used again');
    refused = null;
    if (changes.length > 0) logger.info({ file, changes }, 'settings changed');
    tell({ result: changes.length > 0 ? 'changed' : 'unchanged', changes });
  }

  function refuse(problems: readonly string[]): void {
    refused = { at: refused?.at ?? now(), problems };
    logger.error({ file, problems }, 'settings refused; what was in effect before stays so');
    tell({ result: 'refused', changes: [] });
  }

  function tell(reload: Reload): void {
    for (const listener of listeners) {
      try {
        listener(reload);
      } catch (error) {
        logger.error({ err: error }, 'a listener of the settings failed');
      }
    }
  }

  const watch = watchFile({ path: file, clock, known: text, onNew: take });
  return {
    current: () => loaded.values,
    view: () => ({
      file,
      loadedAt,
      refused,
      knobs: forms.map(({ path, default: initial = null, description }) => ({
        path: path.join('.'),
        value: valueAt(loaded.values, path) ?? null,
        default: initial,
        source: loaded.sourceOf(path),
        changedAt: changedAt.get(path.join('.')) ?? startedAt,
        description,
      })),
    }),
    onReload(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async tune(patch) {
      const edit = (given: string) => tunedText({ text: given, file, schema, overrides }, forms, patch);
      const { written, edited } = await rewriteFile({ path: file, edit, clock });
      if (written) {
        // Not to be taken over a second time when the watch sees it.
        watch.know(edited.text);
        take({ text: edited.text });
      }
      return { written, changes: edited.changes };
    },
    close: () => watch.close(),
  };
}

/** Waited for: nothing can start without it. */
function firstText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError([`${file}: cannot be read: ${isError(error) ? error.message : String(error)}`]);
  }
}
