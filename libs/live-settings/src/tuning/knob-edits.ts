import { isDeepStrictEqual } from 'node:util';
import { valueAt } from '@bff/service-shell';
import { isObject, mergePatch } from './merge-patch.ts';

/** One place of the file that has to say something else. */
export interface KnobEdit {
  readonly path: readonly string[];
  /** Undefined: it is taken out. A group that was not there is set as a whole. */
  readonly value: unknown;
}

/** What makes the one of the other. What is taken out comes last, so that no group is without a key in between. */
export function editsBetween(before: unknown, after: unknown): readonly KnobEdit[] {
  const edits = differences(before, after, []);
  return [...edits.filter(({ value }) => value !== undefined), ...edits.filter(({ value }) => value === undefined)];
}

function differences(before: unknown, after: unknown, path: readonly string[]): readonly KnobEdit[] {
  if (!isObject(before) || !isObject(after)) {
    return isDeepStrictEqual(before, after) ? [] : [{ path, value: after }];
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => differences(valueAt(before, [key]), valueAt(after, [key]), [...path, key]));
}

export interface GroupRules {
  /** Whether it can be the whole of a file. */
  readonly isValid: (value: unknown) => boolean;
  /** Whether two that can be that come to the same. */
  readonly isSame: (value: unknown, other: unknown) => boolean;
  /** Whether comments stand in a group of the file as it is. */
  readonly hasComments: (path: readonly string[]) => boolean;
}

/**
 * What becomes of groups that have no key any more. They go, as far as it is valid without them: then a knob that is set and taken
 * back leaves nothing behind, and a group whose default is another one than that of its knobs gets its own. But one with
 * comments stays, as `{}`, if that comes to the same.
 */
export function withoutEmptied(before: unknown, after: unknown, rules: GroupRules): unknown {
  let result = after;
  const visit = (path: readonly string[]): void => {
    for (const key of keysOf(at(before, path), at(result, path))) visit([...path, key]);
    const [was, is] = [at(before, path), at(result, path)];
    const isGone = isObject(was) && is === undefined && isObject(at(result, path.slice(0, -1)));
    const isEmptied = isEmpty(is) && !isEmpty(was);
    if (path.length === 0 || !(isGone || isEmptied)) return;
    const [without, empty] = [withGroup(result, path, null), withGroup(result, path, {})];
    if (!rules.isValid(without)) return;
    const staysEmpty = isObject(was) && rules.hasComments(path) && rules.isValid(empty) && rules.isSame(empty, without);
    result = staysEmpty ? empty : without;
  };
  visit([]);
  return result;
}

const at = (value: unknown, path: readonly string[]): unknown => (path.length === 0 ? value : valueAt(value, path));

const keysOf = (...values: readonly unknown[]): ReadonlySet<string> =>
  new Set(values.filter(isObject).flatMap((value) => Object.keys(value)));

const withGroup = (value: unknown, path: readonly string[], group: object | null): unknown =>
  mergePatch(
    value,
    path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), group),
    () => true,
  );

const isEmpty = (value: unknown): boolean => isObject(value) && Object.keys(value).length === 0;
