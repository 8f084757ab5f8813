import type { Change } from '../../interface/change.ts';
import { type JsonObject, isSame, keysOfBoth } from './json.ts';
import type { Shape } from './shape.ts';

/**
 * Whether more values are allowed than before, fewer, or others. Which of them breaks a client depends on which way the
 * value travels.
 */
export type Judge = (how: 'wider' | 'narrower' | 'other', what: string) => Change;

interface ConstraintChanges {
  readonly changes: Change[];
  /** Nothing else of the two can be compared. */
  readonly typeChanged: boolean;
}

/** Compares what two schemas say of the value itself: type, listed values, bounds, pattern, format. */
export function compareConstraints(before: Shape, after: Shape, judge: Judge): ConstraintChanges {
  const types = compareTypes(before, after, judge);
  if (types?.typeChanged) return types;
  return {
    typeChanged: false,
    changes: [
      ...(types?.changes ?? []),
      ...compareListed(before, after, judge),
      ...bounds.flatMap((bound) => compareBound(bound, before.keywords, after.keywords, judge)),
      ...opaque.flatMap((keyword) => compareOpaque(keyword, before.keywords, after.keywords, judge)),
      ...unknownKeywords(before.keywords, after.keywords, judge),
    ],
  };
}

function compareTypes(before: Shape, after: Shape, judge: Judge): ConstraintChanges | undefined {
  if (isSame(before.types?.toSorted(), after.types?.toSorted())) return undefined;
  const [old, now] = [before.types ?? ['anything'], after.types ?? ['anything']];
  const what = `type is ${now.join(' or ')}, was ${old.join(' or ')}`;
  const fits = (type: string, into: readonly string[]): boolean =>
    into.includes('anything') || into.includes(type) || (type === 'integer' && into.includes('number'));
  const isWider = old.every((type) => fits(type, now));
  const isNarrower = now.every((type) => fits(type, old));
  if (isWider === isNarrower) return { typeChanged: true, changes: [judge('other', what)] };
  // What a constant is of (`const: 503` of number, of integer) is no more than its own value.
  if (before.values && after.values) return { typeChanged: false, changes: [] };
  return { typeChanged: false, changes: [judge(isWider ? 'wider' : 'narrower', what)] };
}

function compareListed({ values: before }: Shape, { values: after }: Shape, judge: Judge): Change[] {
  if (!before && !after) return [];
  if (!after) return [judge('wider', 'may now have any value, was a closed list')];
  if (!before) return [judge('narrower', `has only these values now: ${after.map(String).join(', ')}`)];
  return [
    ...after.filter((value) => !before.includes(value)).map((value) => judge('wider', `has a new value: ${value}`)),
    ...before
      .filter((value) => !after.includes(value))
      .map((value) => judge('narrower', `no longer has the value: ${value}`)),
  ];
}

/** A keyword with a number, and whether a greater one allows more. */
const bounds = [
  { keyword: 'minimum', greaterIsWider: false },
  { keyword: 'exclusiveMinimum', greaterIsWider: false },
  { keyword: 'minLength', greaterIsWider: false },
  { keyword: 'minItems', greaterIsWider: false },
  { keyword: 'minProperties', greaterIsWider: false },
  { keyword: 'maximum', greaterIsWider: true },
  { keyword: 'exclusiveMaximum', greaterIsWider: true },
  { keyword: 'maxLength', greaterIsWider: true },
  { keyword: 'maxItems', greaterIsWider: true },
  { keyword: 'maxProperties', greaterIsWider: true },
] as const;

function compareBound(
  { keyword, greaterIsWider }: (typeof bounds)[number],
  before: JsonObject,
  after: JsonObject,
  judge: Judge,
): Change[] {
  const [old, now] = [before[keyword], after[keyword]];
  if (old === now) return [];
  if (now === undefined) return [judge('wider', `has no ${keyword} any more, was ${old}`)];
  if (old === undefined) return [judge('narrower', `has a ${keyword} now: ${now}`)];
  const isWider = Number(now) > Number(old) === greaterIsWider;
  return [judge(isWider ? 'wider' : 'narrower', `${keyword} is ${now}, was ${old}`)];
}

/** Keywords whose values cannot be told to allow more or less than one another. */
const opaque = ['pattern', 'format', 'multipleOf', 'uniqueItems'] as const;

function compareOpaque(
  keyword: (typeof opaque)[number],
  before: JsonObject,
  after: JsonObject,
  judge: Judge,
): Change[] {
  const [old, now] = [before[keyword], after[keyword]];
  if (old === now) return [];
  if (now === undefined) return [judge('wider', `has no ${keyword} any more, was ${old}`)];
  if (old === undefined) return [judge('narrower', `has a ${keyword} now: ${now}`)];
  return [judge('other', `${keyword} is ${now}, was ${old}`)];
}

/** Compared elsewhere, or only for people to read. */
const understood = new Set(
  [
    '$ref type const enum oneOf anyOf allOf properties required items additionalProperties propertyNames',
    'discriminator default title description examples example deprecated $comment externalDocs',
    ...bounds.map(({ keyword }) => keyword),
    ...opaque,
  ].flatMap((keywords) => keywords.split(' ')),
);

/** Better one change too many that breaks than one that nobody saw. */
const unknownKeywords = (before: JsonObject, after: JsonObject, judge: Judge): Change[] =>
  keysOfBoth(before, after)
    .filter((key) => !understood.has(key) && !key.startsWith('x-') && !isSame(before[key], after[key]))
    .map((key) => judge('other', `${key} changed, which this check cannot judge`));
