import type { Change } from '../../interface/change.ts';
import { allows, breaks } from './change.ts';
import { type JsonObject, keysOfBoth, objectAt } from './json.ts';

/** What changed about the sections of a page, from the `x-sections` of its operation. */
export function compareSections(where: string, before: JsonObject, after: JsonObject): Change[] {
  return keysOfBoth(before, after).flatMap((key): Change[] => {
    const section = `${where}, section ${key}`;
    if (!(key in after)) return [breaks(section, 'was removed')];
    if (!(key in before)) return [allows(section, 'was added')];
    const [old, now] = [objectAt(before, key), objectAt(after, key)];
    return [...compareRequired(section, old, now), ...compareKeeping(section, old, now)];
  });
}

function compareRequired(where: string, before: JsonObject, after: JsonObject): Change[] {
  if (before['required'] === after['required']) return [];
  return after['required'] === true
    ? [allows(where, 'is required now: it is never null any more')]
    : [breaks(where, 'became optional: it can now be null')];
}

/** None of it breaks: every client of these pages has to bear with a value that is stale, and never knows how old one is. */
function compareKeeping(where: string, before: JsonObject, after: JsonObject): Change[] {
  const [old, now] = [objectAt(before, 'keep'), objectAt(after, 'keep')];
  return [
    ...compareSeconds(where, 'as fresh', old['freshSeconds'], now['freshSeconds']),
    ...compareSeconds(where, 'as stale', old['staleIfErrorSeconds'], now['staleIfErrorSeconds']),
  ];
}

function compareSeconds(where: string, how: string, before: unknown = 0, after: unknown = 0): Change[] {
  if (before === after) return [];
  if (after === 0) return [allows(where, `is no longer shown ${how} after it was loaded`)];
  return [allows(where, `is now shown ${how} for up to ${after} s, was ${before} s`)];
}
