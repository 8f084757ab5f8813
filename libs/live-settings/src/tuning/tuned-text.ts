import { isDeepStrictEqual } from 'node:util';
import { BadRequest } from '@bff/errors';
import { ConfigError, fieldErrorsOf } from '@bff/service-shell';
import type { z } from 'zod';
import { changesBetween } from '../changes.ts';
import { type Override, withOverrides } from '../environment-overrides.ts';
import type { KnobForm } from '../knob-forms.ts';
import type { Change } from '../live-settings.ts';
import { type LoadedSettings, type SettingsText, besides, isWithin, loadSettings } from '../load-settings.ts';
import { hasComments } from './has-comments.ts';
import { editsBetween, withoutEmptied } from './knob-edits.ts';
import { type JsonObject, isDeeperThan, mergePatch, pathsOf } from './merge-patch.ts';
import { editByHand, fileIsRefused, heldByEnvironment } from './problems.ts';
import { setInYaml } from './set-in-yaml.ts';
import { takeFromYaml } from './take-from-yaml.ts';
import { NotEditable } from './yaml-place.ts';

/** What a settings file has to say, and what that changes. */
export interface TunedText {
  readonly text: string;
  readonly changes: readonly Change[];
}

/** More than any settings have, and far from where checking would run out of stack. */
const mostLevels = 32;

/**
 * The text of a settings file with a merge patch applied, checked as a whole.
 *
 * @throws BadRequest with every knob that is not known or has a wrong value; HttpProblem 409 when the file as it stands is
 *   refused, when the environment holds one of the knobs, or when the form of the file does not allow the edit
 */
export function tunedText<S extends z.ZodType>(
  given: SettingsText<S>,
  forms: readonly KnobForm[],
  patch: JsonObject,
): TunedText {
  const { schema, overrides } = given;
  if (isDeeperThan(mostLevels, patch)) {
    throw new BadRequest([
      { in: 'body', field: '(body)', reason: `must not be nested deeper than ${mostLevels} levels` },
    ]);
  }
  const before = loadedNow(given);
  const asked = mergePatch(before.fileValue, patch, knownPaths(forms));
  refuseInvalid(schema, asked, overrides);
  refuseHeld(patch, overrides);
  try {
    const wanted = wantedOf(given, before.fileValue, asked);
    const text = editsBetween(before.fileValue, wanted).reduce(
      (edited, { path, value }) => (value === undefined ? takeFromYaml(edited, path) : setInYaml(edited, path, value)),
      given.text,
    );
    const after = loadSettings({ ...given, text });
    // Whatever forms YAML has (anchors, keys over two lines): what says something else than was asked for is not written.
    if (!isDeepStrictEqual(after.fileValue, wanted)) throw new NotEditable('the text says something else');
    return { text, changes: changesBetween(forms, before.values, after.values) };
  } catch (error) {
    if (!(error instanceof NotEditable || error instanceof ConfigError)) throw error;
    throw editByHand(
      given.file,
      pathsOf(patch).map((path) => path.join('.')),
    );
  }
}

function wantedOf<S extends z.ZodType>({ text, schema, overrides }: SettingsText<S>, before: unknown, asked: unknown) {
  const outcome = (value: unknown) => schema.safeParse(withOverrides(value, overrides));
  return withoutEmptied(before, asked, {
    isValid: (value) => outcome(value).success,
    isSame: (value, other) => isDeepStrictEqual(outcome(value).data, outcome(other).data),
    hasComments: (path) => hasComments(text, path),
  });
}

function loadedNow<S extends z.ZodType>(given: SettingsText<S>): LoadedSettings<z.output<S>> {
  try {
    return loadSettings(given);
  } catch (error) {
    throw error instanceof ConfigError ? fileIsRefused(error.problems) : error;
  }
}

/** Knobs, and the groups that they are in. */
function knownPaths(forms: readonly KnobForm[]): (path: readonly string[]) => boolean {
  const known = new Set(forms.flatMap(({ path }) => path.map((_, at) => JSON.stringify(path.slice(0, at + 1)))));
  return (path) => known.has(JSON.stringify(path));
}

function refuseInvalid(schema: z.ZodType, asked: unknown, overrides: readonly Override[]): void {
  const input = withOverrides(asked, overrides);
  const { error } = schema.safeParse(input);
  if (error === undefined) return;
  const errors = fieldErrorsOf(error, { schema, input, where: 'body' });
  throw new BadRequest(
    errors.map((one) => ({ ...one, reason: one.reason + besides(one.field.split('.'), overrides) })),
  );
}

function refuseHeld(patch: JsonObject, overrides: readonly Override[]): void {
  const asked = pathsOf(patch);
  const holding = overrides.filter(({ path }) => asked.some((one) => isWithin(one, path) || isWithin(path, one)));
  if (holding.length > 0) throw heldByEnvironment(holding.map(({ variable }) => variable));
}
