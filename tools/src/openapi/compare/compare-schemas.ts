import type { Change } from '../../interface/change.ts';
import { allows, breaks } from './change.ts';
import { compareAlternatives } from './compare-alternatives.ts';
import { type Judge, compareConstraints } from './compare-constraints.ts';
import type { Comparison } from './comparison.ts';
import { isObject, keysOfBoth, listAt, objectAt } from './json.ts';
import { type Shape, shapeOf } from './shape.ts';

/**
 * Which way a value travels. A response may say less than before (a client is ready for more), a request may be allowed
 * more than before.
 */
export type Direction = 'response' | 'request';

export interface SchemaPair {
  readonly where: string;
  readonly direction: Direction;
  readonly before: unknown;
  readonly after: unknown;
}

/** Every difference between two schemas. A component that both refer to is told of once, under its own name. */
export function compareSchemas(comparison: Comparison, pair: SchemaPair): Change[] {
  const before = shapeOf(comparison.before, pair.before);
  const after = shapeOf(comparison.after, pair.after);
  const { direction } = pair;
  const isShared = before.name !== undefined && before.name === after.name;
  const where = isShared && direction === 'response' ? before.name : pair.where;
  const judge = judgeOf(where, direction);
  // Of the place, not of the component: others may refer to that as it was.
  const nullability = compareNullability(before, after, judgeOf(pair.where, direction));
  if (isShared && !comparison.isNew(`${direction === 'response' ? '' : pair.where} ${before.name}`)) return nullability;
  return [...nullability, ...compareValues(comparison, { before, after, where, direction, judge })];
}

/** A wider response and a narrower request break; a change that is neither breaks both. */
function judgeOf(where: string, direction: Direction): Judge {
  const breaking = { wider: direction === 'response', narrower: direction === 'request', other: true };
  return (how, what) => (breaking[how] ? breaks(where, what) : allows(where, what));
}

const compareNullability = (before: Shape, after: Shape, judge: Judge): Change[] => {
  if (before.nullable === after.nullable) return [];
  return [after.nullable ? judge('wider', 'can now be null') : judge('narrower', 'is never null any more')];
};

interface ShapePair {
  readonly before: Shape;
  readonly after: Shape;
  readonly where: string;
  readonly direction: Direction;
  readonly judge: Judge;
}

function compareValues(comparison: Comparison, pair: ShapePair): Change[] {
  const { before, after, where, direction, judge } = pair;
  if (before.alternatives.length > 0 || after.alternatives.length > 0) {
    return compareAlternatives(comparison, { before, after, judge }, (one, other, name) =>
      compareSchemas(comparison, { where: `${where} (${name})`, direction, before: one, after: other }),
    );
  }
  const ofValue = compareConstraints(before, after, judge);
  if (ofValue.typeChanged) return ofValue.changes;
  return [...ofValue.changes, ...compareMembers(comparison, pair), ...compareParts(comparison, pair)];
}

function compareMembers(comparison: Comparison, { before, after, where, direction }: ShapePair): Change[] {
  const [old, now] = [objectAt(before.keywords, 'properties'), objectAt(after.keywords, 'properties')];
  const [neededBefore, neededAfter] = [listAt(before.keywords, 'required'), listAt(after.keywords, 'required')];
  const inResponse = direction === 'response';
  return keysOfBoth(old, now).flatMap((key): Change[] => {
    const member = `${where}.${key}`;
    const needed = neededAfter.includes(key);
    if (!(key in now)) return [breaks(member, 'was removed')];
    if (!(key in old)) {
      return !inResponse && needed ? [breaks(member, 'was added and is required')] : [allows(member, 'was added')];
    }
    const changes = compareSchemas(comparison, { where: member, direction, before: old[key], after: now[key] });
    if (neededBefore.includes(key) === needed) return changes;
    const change = inResponse === needed ? allows : breaks;
    const asked = inResponse ? 'is always there now' : 'is required now';
    return [change(member, needed ? asked : inResponse ? 'may now be missing' : 'is optional now'), ...changes];
  });
}

/** Schemas within a schema, besides its named members. */
const parts = [
  ['items', '[]'],
  ['additionalProperties', '.*'],
  ['propertyNames', ' (its keys)'],
] as const;

function compareParts(comparison: Comparison, { before, after, where, direction, judge }: ShapePair): Change[] {
  return parts.flatMap(([keyword, name]): Change[] => {
    const [old, now] = [before.keywords[keyword], after.keywords[keyword]];
    if (isObject(old) && isObject(now)) {
      return compareSchemas(comparison, { where: `${where}${name}`, direction, before: old, after: now });
    }
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    return [judge('other', `${keyword} changed`)];
  });
}
