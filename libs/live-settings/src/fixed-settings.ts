import type { LiveSettings } from './live-settings.ts';
import { notWritable } from './tuning/problems.ts';

/** Values that are given by code and stay as they are: for tests, and for whoever embeds an app. */
export function fixedSettings<T>(values: T): LiveSettings<T> {
  const loadedAt = new Date().toISOString();
  return {
    current: () => values,
    view: () => ({ file: null, loadedAt, refused: null, knobs: [] }),
    tune: () => Promise.reject(notWritable(null, 'the values were given by code')),
    onReload: () => () => {},
    close: () => {},
  };
}
