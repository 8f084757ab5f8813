import type { Pair } from 'yaml';
import { spliced } from './set-in-yaml.ts';
import { type Group, NotEditable, endOf, lineEnd, lineStart, placeOf, startOf } from './yaml-place.ts';

/**
 * A YAML text without the key at `path`, and what stands behind it on its line; everything else in it stays byte for byte as it
 * was. A group that has no other key becomes `{}`.
 *
 * @throws NotEditable when the form of the text does not allow it
 */
export function takeFromYaml(text: string, path: readonly string[]): string {
  const { group, pair } = placeOf(text, path);
  if (pair === undefined || group.path.length !== path.length - 1) throw new NotEditable('it is not there');
  return group.map.flow ? takenFromFlow(text, group, pair) : takenFromBlock(text, group, pair);
}

function takenFromFlow(text: string, { map }: Group, pair: Pair): string {
  const at = map.items.indexOf(pair);
  const [start, end] = [startOf(pair.key), endOf(pair.value ?? pair.key, text)];
  const [before, after] = [map.items[at - 1], map.items[at + 1]];
  if (before) {
    const from = endOf(before.value ?? before.key, text);
    return text.slice(0, from) + withoutComma(text.slice(from, start)) + text.slice(end);
  }
  if (after) {
    const to = startOf(after.key);
    return text.slice(0, start) + withoutComma(text.slice(end, to)) + text.slice(to);
  }
  return spliced(text, startOf(map), endOf(map, text), '{}');
}

/** What stands between two keys. It may hold a comment, which stays. */
function withoutComma(between: string): string {
  if (!/^\s*,/.test(between)) throw new NotEditable('no comma where one belongs');
  return /^\s*,\s*$/.test(between) ? '' : between.replace(',', '');
}

function takenFromBlock(text: string, group: Group, pair: Pair): string {
  const from = lineStart(text, startOf(pair.key));
  const to = lineEnd(text, endOf(pair.value ?? pair.key, text)) + 1;
  if (group.map.items.length > 1) return spliced(text, from, to, '');
  if (group.pair === undefined) throw new NotEditable('nothing would be left');
  const colon = text.indexOf(':', endOf(group.pair.key, text));
  if (colon === -1 || colon > from) throw new NotEditable('its group does not stand above it');
  return spliced(spliced(text, from, to, ''), colon + 1, colon + 1, ' {}');
}
