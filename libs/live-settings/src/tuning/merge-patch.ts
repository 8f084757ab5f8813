/** A JSON object: a group of knobs, or a part of a patch. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A JSON Merge Patch (RFC 7396) applied to plain data, which stays as it is: objects are merged, everything else replaces,
 * `null` takes out. A `null` for something that `isKnown` does not know is kept, so that a check of the outcome finds it: to
 * take out what never was there would pass for having done something.
 */
export function mergePatch(
  target: unknown,
  patch: unknown,
  isKnown: (path: readonly string[]) => boolean,
  path: readonly string[] = [],
): unknown {
  if (!isObject(patch)) return patch;
  // A map and `fromEntries`: `__proto__` is a key like any other here, and to be refused as one.
  const result = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    const at = [...path, key];
    if (value === null && isKnown(at)) result.delete(key);
    else result.set(key, mergePatch(result.get(key), value, isKnown, at));
  }
  return Object.fromEntries(result);
}

/** Where a patch says something. An empty object says nothing. */
export function pathsOf(patch: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (!isObject(patch)) return [path];
  return Object.entries(patch).flatMap(([key, value]) => pathsOf(value, [...path, key]));
}

/** Whether objects and lists stand in one another more often than that. Looks no deeper. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}
