import { isDeepStrictEqual } from 'node:util';
import { valueAt } from '@bff/service-shell';
import type { KnobForm } from './knob-forms.ts';
import type { Change } from './live-settings.ts';

/** The knobs that have another value after than before. */
export function changesBetween(forms: readonly KnobForm[], before: unknown, after: unknown): readonly Change[] {
  return forms.flatMap(({ path }) => {
    const [from, to] = [valueAt(before, path) ?? null, valueAt(after, path) ?? null];
    return isDeepStrictEqual(from, to) ? [] : [{ path: path.join('.'), from, to }];
  });
}
