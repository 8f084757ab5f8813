/**
 * Asks for any number of ids by as few requests as the contract allows, all at once: each id once, at most `max` in a
 * request, none for an empty list. One request that fails fails the whole: half a list would look like a whole one.
 */
export async function inBatches<T>(
  ids: readonly string[],
  max: number,
  ask: (ids: readonly string[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const distinct = [...new Set(ids)];
  const requests: Promise<readonly T[]>[] = [];
  for (let start = 0; start < distinct.length; start += max) {
    requests.push(ask(distinct.slice(start, start + max)));
  }
  const [only, ...others] = requests;
  return only && others.length === 0 ? only : (await Promise.all(requests)).flat();
}
