import type { Change } from '../../interface/change.ts';
import { allows, breaks } from './change.ts';
import { compareOperations } from './compare-operations.ts';
import { Comparison } from './comparison.ts';
import { type JsonObject, isObject, isSame, keysOfBoth, objectAt } from './json.ts';

/**
 * Every difference between two versions of an OpenAPI 3.1 document that a client can notice, those that break it first.
 * The rules are those of a client that ignores members which it does not know, and that handles every value of a closed
 * list: an answer may say less than before, a request may be allowed more. What a rule cannot judge counts as breaking.
 * Empty when the documents differ in words only (descriptions, examples), or not at all.
 */
export function compareDocuments(before: JsonObject, after: JsonObject): readonly Change[] {
  const comparison = new Comparison(before, after);
  const changes = [...comparePaths(comparison), ...compareServers(before, after), ...compareSchemes(before, after)];
  const unique = [...new Map(changes.map((change) => [change.text, change])).values()];
  return unique.toSorted((a, b) => Number(b.breaking) - Number(a.breaking));
}

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

function comparePaths(comparison: Comparison): Change[] {
  const [old, now] = [operationsOf(comparison.before), operationsOf(comparison.after)];
  return keysOfBoth(old, now).flatMap((where): Change[] => {
    const [before, after] = [old[where], now[where]];
    if (!after) return [breaks(where, 'was removed')];
    if (!before) return [allows(where, 'was added')];
    return compareOperations(comparison, where, { before, after });
  });
}

/** By `GET /v1/orders`. */
function operationsOf(document: JsonObject): Record<string, JsonObject> {
  const operations: Record<string, JsonObject> = {};
  for (const [path, item] of Object.entries(objectAt(document, 'paths'))) {
    for (const [method, operation] of Object.entries(Object(item))) {
      if (methods.has(method) && isObject(operation)) operations[`${method.toUpperCase()} ${path}`] = operation;
    }
  }
  return operations;
}

const compareServers = (before: JsonObject, after: JsonObject): Change[] =>
  isSame(before['servers'], after['servers']) ? [] : [breaks('servers', 'it is served at other addresses')];

/** How a token is sent. */
function compareSchemes(before: JsonObject, after: JsonObject): Change[] {
  const [old, now] = [schemesOf(before), schemesOf(after)];
  return keysOfBoth(old, now).flatMap((name): Change[] => {
    const where = `security scheme ${name}`;
    if (!(name in now)) return [breaks(where, 'was removed')];
    if (!(name in old)) return [allows(where, 'was added')];
    return isSame(withoutWords(old[name]), withoutWords(now[name])) ? [] : [breaks(where, 'changed')];
  });
}

const schemesOf = (document: JsonObject): JsonObject => objectAt(objectAt(document, 'components'), 'securitySchemes');

function withoutWords(value: unknown): unknown {
  if (!isObject(value)) return value;
  const { description: _, ...rest } = value;
  return rest;
}
