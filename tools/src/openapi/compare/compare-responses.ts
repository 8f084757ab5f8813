import type { Change } from '../../interface/change.ts';
import { allows, breaks } from './change.ts';
import { compareSchemas } from './compare-schemas.ts';
import type { Comparison } from './comparison.ts';
import { type JsonObject, isObject, keysOfBoth, objectAt } from './json.ts';
import { type PageParts, pageParts } from './page-parts.ts';

/** Compares what an operation answers, by status. */
export function compareResponses(
  comparison: Comparison,
  where: string,
  before: JsonObject,
  after: JsonObject,
): Change[] {
  const [old, now] = [objectAt(before, 'responses'), objectAt(after, 'responses')];
  return keysOfBoth(old, now).flatMap((status): Change[] => {
    const response = `${where}, status ${status}`;
    if (!(status in now)) return [breaks(response, 'was removed')];
    if (!(status in old)) return [allows(response, 'was added')];
    const was = component(comparison.before, 'responses', old[status]);
    const is = component(comparison.after, 'responses', now[status]);
    // One that many operations share is told of once.
    const shared = was.name !== undefined && was.name === is.name ? `response ${was.name}` : undefined;
    if (shared !== undefined && !comparison.isNew(shared)) return [];
    return [
      ...compareHeaders(comparison, shared ?? response, was.value, is.value),
      ...compareContent(comparison, shared ?? response, was.value, is.value),
    ];
  });
}

/** What a reference to a component stands for. */
function component(
  document: JsonObject,
  kind: string,
  value: unknown,
): { readonly name: string | undefined; readonly value: JsonObject } {
  if (!isObject(value)) return { name: undefined, value: {} };
  const { $ref } = value;
  if (typeof $ref !== 'string') return { name: undefined, value };
  const name = $ref.split('/').at(-1) ?? $ref;
  return { name, value: objectAt(objectAt(objectAt(document, 'components'), kind), name) };
}

function compareHeaders(comparison: Comparison, where: string, before: JsonObject, after: JsonObject): Change[] {
  const [old, now] = [objectAt(before, 'headers'), objectAt(after, 'headers')];
  return keysOfBoth(old, now).flatMap((name): Change[] => {
    const header = `${where}, header ${name}`;
    if (!(name in now)) return [breaks(header, 'was removed')];
    if (!(name in old)) return [allows(header, 'was added')];
    const { value: was } = component(comparison.before, 'headers', old[name]);
    const { value: is } = component(comparison.after, 'headers', now[name]);
    const pair = { where: header, direction: 'response', before: was['schema'], after: is['schema'] } as const;
    const changes = compareSchemas(comparison, pair);
    if ((was['required'] === true) === (is['required'] === true)) return changes;
    const change =
      is['required'] === true ? allows(header, 'is always there now') : breaks(header, 'may now be missing');
    return [change, ...changes];
  });
}

function compareContent(comparison: Comparison, where: string, before: JsonObject, after: JsonObject): Change[] {
  const [old, now] = [objectAt(before, 'content'), objectAt(after, 'content')];
  return keysOfBoth(old, now).flatMap((type): Change[] => {
    if (!(type in now)) return [breaks(where, `is no longer ${type}`)];
    if (!(type in old)) return [allows(where, `can also be ${type}`)];
    const was = pageParts(comparison.before, objectAt(old, type)['schema']);
    const is = pageParts(comparison.after, objectAt(now, type)['schema']);
    if (!was || !is) {
      const schemas = { before: objectAt(old, type)['schema'], after: objectAt(now, type)['schema'] };
      return compareSchemas(comparison, { where, direction: 'response', ...schemas });
    }
    return comparePages(comparison, where, was, is);
  });
}

/** Sections that come, go or become optional are told of as such elsewhere; here it is what they hold. */
function comparePages(comparison: Comparison, where: string, before: PageParts, after: PageParts): Change[] {
  const compare = (part: string, was: unknown, is: unknown): Change[] =>
    was === undefined || is === undefined
      ? []
      : compareSchemas(comparison, { where: `${where}, ${part}`, direction: 'response', before: was, after: is });
  const common = Object.keys(before.sections).filter((key) => key in after.sections);
  return [
    ...compare('body', before.frame, after.frame),
    ...common.flatMap((key) => compare(`section ${key}`, before.sections[key], after.sections[key])),
    ...compare('stale sections', before.entries.stale, after.entries.stale),
    ...compare('failed sections', before.entries.failed, after.entries.failed),
  ];
}
