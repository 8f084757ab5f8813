import type { GraphQLResolveInfo } from 'graphql';

type Path = GraphQLResolveInfo['path'];

/**
 * Names the section of a field within its operation: `orders.nodes.payment`. Made of the names in the response, without the
 * places in lists: the payments of all orders of a list are one section.
 */
export function sectionPathOf(path: Path): string {
  const names: string[] = [];
  for (let at: Path | undefined = path; at; at = at.prev) if (typeof at.key === 'string') names.unshift(at.key);
  return names.join('.');
}

/** Where a field stands in the response, as an error says it: `['orders', 'nodes', 0, 'payment']`. */
export function responsePathOf(path: Path): readonly (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at: Path | undefined = path; at; at = at.prev) keys.unshift(at.key);
  return keys;
}
