import { ConfigError, checkValues, readYamlText, valueAt } from '@bff/service-shell';
import type { z } from 'zod';
import { type Override, withOverrides } from './environment-overrides.ts';
import type { KnobSource } from './live-settings.ts';

/** Values that were checked, and where each was given. */
export interface LoadedSettings<T> {
  readonly values: T;
  /** What the file alone says, as plain data. */
  readonly fileValue: unknown;
  sourceOf(path: readonly string[]): KnobSource;
}

export interface SettingsText<S extends z.ZodType> {
  readonly text: string;
  /** Stands in the messages. */
  readonly file: string;
  readonly schema: S;
  readonly overrides: readonly Override[];
}

/**
 * Reads a text, puts the environment's values in their places and checks the whole. Throws `ConfigError` with a line for
 * each thing that is wrong, which names the file and line or the variable.
 */
export function loadSettings<S extends z.ZodType>(given: SettingsText<S>): LoadedSettings<z.output<S>> {
  const { text, file, schema, overrides } = given;
  refuseCutText(text, file);
  const yaml = readYamlText(text, file);
  const lineFor = (path: readonly PropertyKey[], reason: string): string => {
    const what = `${path.map(String).join('.') || '(file)'}: ${reason}`;
    const unsaidByFile = valueAt(yaml.value, path) === undefined;
    const to = overrides.filter((one) => isWithin(path, one.path) || (unsaidByFile && isWithin(one.path, path)));
    if (to.length > 0) return `${namesOf(to)}: ${what}`;
    return `${file}:${yaml.lineOf(path)}: ${what}${besides(path, overrides)}`;
  };
  const values = checkValues(schema, withOverrides(yaml.value, overrides), lineFor);
  return {
    values: deepFrozen(values),
    fileValue: yaml.value,
    sourceOf(path) {
      const override = overrides.find((one) => isWithin(path, one.path));
      if (override) return { kind: 'environment', variable: override.variable };
      if (valueAt(yaml.value, path) === undefined) return { kind: 'default' };
      return { kind: 'file', line: yaml.lineOf(path) };
    },
  };
}

/**
 * A text that ends in the middle of a line was most likely cut short, and may be a valid one all the same: `attemptMs: 45`
 * for 450.
 */
function refuseCutText(text: string, file: string): void {
  if (text === '' || text.endsWith('\n')) return;
  const line = text.split('\n').length;
  throw new ConfigError([`${file}:${line}: the last line must end in a line break; the file may have been cut short`]);
}

/** ` (with SETTINGS__…)` for what the environment holds beside a path. The reason may lie there: a lowest value above its highest. */
export function besides(path: readonly PropertyKey[], overrides: readonly Override[]): string {
  const beside = overrides.filter((one) => one.path.length === path.length && isWithin(one.path, path.slice(0, -1)));
  return beside.length > 0 ? ` (with ${namesOf(beside)})` : '';
}

export const isWithin = (path: readonly PropertyKey[], group: readonly PropertyKey[]): boolean =>
  group.length <= path.length && group.every((key, at) => String(key) === String(path[at]));

const namesOf = (overrides: readonly Override[]): string => overrides.map(({ variable }) => variable).join(', ');

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFrozen);
  return Object.freeze(value);
}
