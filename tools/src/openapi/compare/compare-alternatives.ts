import type { Change } from '../../interface/change.ts';
import type { Judge } from './compare-constraints.ts';
import type { Comparison } from './comparison.ts';
import { type JsonObject, isSame, objectAt } from './json.ts';
import { type Shape, shapeOf } from './shape.ts';

interface Alternative {
  readonly schema: unknown;
  readonly shape: Shape;
  /** `status=none` for each member with listed values: it is by one of them that a client tells alternatives apart. */
  readonly marks: readonly string[];
}

/**
 * Compares `oneOf` and `anyOf`; what is a single schema on one side counts as one alternative. `compare` is given the
 * name of the alternative too.
 */
export function compareAlternatives(
  comparison: Comparison,
  { before, after, judge }: { readonly before: Shape; readonly after: Shape; readonly judge: Judge },
  compare: (before: unknown, after: unknown, name: string) => Change[],
): Change[] {
  const left = alternativesOf(comparison.after, after);
  const changes = alternativesOf(comparison.before, before).flatMap((one): Change[] => {
    const at = bestMatch(one, left);
    const [other] = at === -1 ? [] : left.splice(at, 1);
    return other ? compare(one.schema, other.schema, nameOf(one)) : [judge('narrower', `is no longer ${nameOf(one)}`)];
  });
  return [...changes, ...left.map((added) => judge('wider', `can now also be ${nameOf(added)}`))];
}

function alternativesOf(document: JsonObject, shape: Shape): Alternative[] {
  if (shape.alternatives.length === 0) return [{ schema: shape.keywords, shape, marks: marksOf(document, shape) }];
  return shape.alternatives.map((schema) => {
    const inner = shapeOf(document, schema);
    return { schema, shape: inner, marks: marksOf(document, inner) };
  });
}

const marksOf = (document: JsonObject, { keywords }: Shape): string[] =>
  Object.entries(objectAt(keywords, 'properties')).flatMap(([key, schema]) =>
    (shapeOf(document, schema).values ?? []).map((value) => `${key}=${value}`),
  );

/** The same component, else one with a mark in common, else the same text, else the same type where nothing is marked. */
function bestMatch(one: Alternative, among: readonly Alternative[]): number {
  const tests: ((other: Alternative) => boolean)[] = [
    ({ shape }) => one.shape.name !== undefined && one.shape.name === shape.name,
    ({ marks }) => marks.some((mark) => one.marks.includes(mark)),
    ({ schema }) => isSame(one.schema, schema),
    ({ shape, marks }) => one.marks.length + marks.length === 0 && isSame(one.shape.types, shape.types),
  ];
  return tests.reduce((found, test) => (found === -1 ? among.findIndex(test) : found), -1);
}

const nameOf = ({ shape: { name, types }, marks: [mark] }: Alternative): string =>
  name ?? mark ?? types?.join(' or ') ?? 'anything';
