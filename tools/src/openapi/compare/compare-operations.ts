import type { Change } from '../../interface/change.ts';
import { allows, breaks } from './change.ts';
import { compareParameters } from './compare-parameters.ts';
import { compareResponses } from './compare-responses.ts';
import { compareSections } from './compare-sections.ts';
import type { Comparison } from './comparison.ts';
import { type JsonObject, isSame, keysOfBoth, listAt, objectAt } from './json.ts';

/** Every difference between two versions of one operation. */
export function compareOperations(
  comparison: Comparison,
  where: string,
  { before, after }: { readonly before: JsonObject; readonly after: JsonObject },
): Change[] {
  return [
    ...compareNames(where, before, after),
    ...compareSecurity(where, before, after),
    ...compareParameters(comparison, where, before, after),
    ...compareSections(where, objectAt(before, 'x-sections'), objectAt(after, 'x-sections')),
    ...compareResponses(comparison, where, before, after),
    ...compareOthers(where, before, after),
  ];
}

/** Generated clients name their calls after it. */
function compareNames(where: string, before: JsonObject, after: JsonObject): Change[] {
  const [old, now] = [before['operationId'], after['operationId']];
  return old === now ? [] : [breaks(where, `operationId is ${now}, was ${old}`)];
}

function compareSecurity(where: string, before: JsonObject, after: JsonObject): Change[] {
  const [old, now] = [listAt(before, 'security'), listAt(after, 'security')];
  if (isSame(old, now)) return [];
  const [had, has] = [schemesOf(old), schemesOf(now)];
  const added = Object.entries(has).flatMap(([scheme, roles]) => [
    ...(scheme in had ? [] : [`asks for ${scheme} now`]),
    ...roles.filter((role) => !had[scheme]?.includes(role)).map((role) => `asks for the role ${role} now`),
  ]);
  if (added.length > 0) return added.map((what) => breaks(where, what));
  // Less is asked for than before, or nothing at all.
  return [allows(where, 'asks for less than before: a token or a role')];
}

const schemesOf = (security: readonly unknown[]): Record<string, readonly unknown[]> =>
  Object.fromEntries(
    security.flatMap((each) => Object.keys(Object(each)).map((scheme) => [scheme, listAt(each, scheme)])),
  );

const understood = new Set(
  'operationId security parameters responses summary description tags externalDocs deprecated'.split(' '),
);

const compareOthers = (where: string, before: JsonObject, after: JsonObject): Change[] =>
  keysOfBoth(before, after)
    .filter((key) => !understood.has(key) && !key.startsWith('x-') && !isSame(before[key], after[key]))
    .map((key) => breaks(where, `${key} changed, which this check cannot judge`));
