import { type Pair, type YAMLMap, isCollection, isMap, isNode, isPair, isScalar, parseDocument } from 'yaml';

/** The form of the text does not allow the edit: an alias in the way, a key over two lines. */
export class NotEditable extends Error {
  override readonly name = 'NotEditable';
}

/** A group that stands in the text. */
export interface Group {
  readonly map: YAMLMap;
  /** Where it is in the whole, from the root on; the keys of it and of those around it. */
  readonly path: readonly string[];
  /** The key it stands behind; undefined for the root. */
  readonly pair: Pair | undefined;
  /** Nothing comes after it: what is added at its end would be the end of the file. */
  readonly isLast: boolean;
}

/** The innermost group that is there on the way to `path`, and what of its keys is the next one on that way. */
export function placeOf(text: string, path: readonly string[]): { group: Group; pair: Pair | undefined } {
  const { contents } = parseDocument(text, { prettyErrors: false, logLevel: 'error' });
  if (!isMap(contents)) throw new NotEditable('the file is no group');
  let group: Group = { map: contents, path: [], pair: undefined, isLast: true };
  for (const [depth, key] of path.entries()) {
    const pair = pairOf(group.map, key);
    if (pair === undefined || depth === path.length - 1) return { group, pair };
    if (!isMap(pair.value)) throw new NotEditable(`${path.slice(0, depth + 1).join('.')} is no group of its own`);
    const isLast = group.isLast && group.map.items.at(-1) === pair;
    group = { map: pair.value, path: path.slice(0, depth + 1), pair, isLast };
  }
  throw new NotEditable('there is no place without a key');
}

const pairOf = (map: YAMLMap, key: string): Pair | undefined =>
  map.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key);

/** Where a node begins. */
export function startOf(node: unknown): number {
  if (!isNode(node) || !node.range) throw new NotEditable('a part of it stands nowhere');
  return node.range[0];
}

/** Where what a node says ends; without the line break and comments after it. */
export function endOf(node: unknown, text: string): number {
  if (isCollection(node) && !node.flow && node.items.length > 0) {
    const last: unknown = node.items.at(-1);
    return isPair(last) ? endOf(last.value ?? last.key, text) : endOf(last, text);
  }
  if (!isNode(node) || !node.range) throw new NotEditable('a part of it stands nowhere');
  return node.range[0] + text.slice(node.range[0], node.range[1]).trimEnd().length;
}

/** The offset at which the line begins that holds `offset`. */
export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** The offset of the line break that ends the line, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at === -1 ? text.length : at;
}
