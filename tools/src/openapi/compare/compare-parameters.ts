import type { Change } from '../../interface/change.ts';
import { allows, breaks } from './change.ts';
import { compareSchemas } from './compare-schemas.ts';
import type { Comparison } from './comparison.ts';
import { type JsonObject, isObject, keysOfBoth, listAt } from './json.ts';

/** Compares what an operation takes in its path, its query and its headers. */
export function compareParameters(
  comparison: Comparison,
  where: string,
  before: JsonObject,
  after: JsonObject,
): Change[] {
  const [old, now] = [parametersOf(before), parametersOf(after)];
  return keysOfBoth(old, now).flatMap((name): Change[] => {
    const [was, is] = [old[name], now[name]];
    const parameter = `${where}, ${name}`;
    // Unknown parameters are refused, so a request that still has it is answered with 400.
    if (!is) return [breaks(parameter, 'was removed')];
    if (!was) {
      return [
        is['required'] === true ? breaks(parameter, 'was added and is required') : allows(parameter, 'was added'),
      ];
    }
    return compareParameter(comparison, parameter, was, is);
  });
}

/** By `query parameter limit`. */
const parametersOf = (operation: JsonObject): Record<string, JsonObject> =>
  Object.fromEntries(
    listAt(operation, 'parameters')
      .filter(isObject)
      .map((parameter) => [`${parameter['in']} parameter ${parameter['name']}`, parameter]),
  );

function compareParameter(comparison: Comparison, where: string, before: JsonObject, after: JsonObject): Change[] {
  const changes: Change[] = [];
  if ((before['required'] === true) !== (after['required'] === true)) {
    changes.push(after['required'] === true ? breaks(where, 'is required now') : allows(where, 'is optional now'));
  }
  for (const keyword of ['style', 'explode', 'allowReserved', 'content']) {
    const [old, now] = [JSON.stringify(before[keyword]), JSON.stringify(after[keyword])];
    if (old !== now) changes.push(breaks(where, `${keyword} is ${now}, was ${old}`));
  }
  const [old, now] = [defaultOf(before), defaultOf(after)];
  if (old !== now) changes.push(breaks(where, `without it, ${now ?? 'nothing'} is taken; was ${old ?? 'nothing'}`));
  const pair = { where, direction: 'request', before: before['schema'], after: after['schema'] } as const;
  return [...changes, ...compareSchemas(comparison, pair)];
}

function defaultOf({ schema }: JsonObject): string | undefined {
  return isObject(schema) && 'default' in schema ? JSON.stringify(schema['default']) : undefined;
}
