import { Document } from 'yaml';
import { type Group, NotEditable, endOf, lineEnd, lineStart, placeOf, startOf } from './yaml-place.ts';

/**
 * A YAML text with another value at `path`; everything else in it stays byte for byte as it was. (The `yaml` package can write a
 * document too, but moves comments to another indentation on the way.)
 *
 * A knob that is not there yet stands behind its line `#name: default`, if the group has one, else at the end of the group. The
 * last key of the file stays the last, because a file that was cut short is known by that.
 *
 * @throws NotEditable when the form of the text does not allow it
 */
export function setInYaml(text: string, path: readonly string[], value: unknown): string {
  const { group, pair } = placeOf(text, path);
  if (pair !== undefined) {
    const from = startOf(pair.value);
    return spliced(text, from, endOf(pair.value, text), flowText(value));
  }
  const [key = '', ...inner] = path.slice(group.path.length);
  const entry = `${flowText(key)}: ${flowText(inner.reduceRight<unknown>((given, name) => ({ [name]: given }), value))}`;
  return group.map.flow ? addedToFlow(text, group, entry) : addedToBlock(text, group, key, entry);
}

export const spliced = (text: string, from: number, to: number, by: string): string =>
  text.slice(0, from) + by + text.slice(to);

/** On one line, as it may stand anywhere: `{ ratio: 0.2 }`, `"a, b"`. */
function flowText(value: unknown): string {
  const document = new Document();
  document.contents = document.createNode([value], { flow: true });
  const text = document.toString({ lineWidth: 0 }).trim();
  // Written inside a list, so that what must be quoted within brackets is quoted.
  return text.slice(1, -1).trim();
}

function addedToFlow(text: string, { map }: Group, entry: string): string {
  const last = map.items.at(-1);
  if (last !== undefined) return spliced(text, ...emptyAt(endOf(last.value ?? last.key, text)), `, ${entry}`);
  const from = startOf(map);
  return spliced(text, from, endOf(map, text), `{ ${entry} }`);
}

function addedToBlock(text: string, group: Group, key: string, entry: string): string {
  const [first] = group.map.items;
  const last = group.map.items.at(-1);
  if (first === undefined || last === undefined) throw new NotEditable('a group without a key');
  const at = startOf(first.key);
  const indent = ' '.repeat(at - lineStart(text, at));
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const line = `${indent}${entry}${eol}`;
  const documented = documentedAt(text, group, indent, key);
  if (documented !== undefined) return spliced(text, ...emptyAt(documented), line);
  if (group.isLast) return spliced(text, ...emptyAt(aboveComments(text, startOf(last.key))), line);
  return spliced(text, ...emptyAt(lineEnd(text, endOf(last.value ?? last.key, text)) + 1), line);
}

const emptyAt = (offset: number): [number, number] => [offset, offset];

/** Where the line after `#key: …` begins, if the group has one at its own indentation. */
function documentedAt(text: string, group: Group, indent: string, key: string): number | undefined {
  const last = group.map.items.at(-1);
  const end = group.isLast && last ? startOf(last.key) : text.length;
  let from = group.pair ? lineEnd(text, startOf(group.pair.key)) + 1 : 0;
  while (from < end) {
    const next = lineEnd(text, from) + 1;
    const line = text.slice(from, next);
    if (line.startsWith(`${indent}#${key}:`)) return next;
    // What is less indented belongs to a group around this one, a comment too.
    if (line.trim() !== '' && !line.startsWith(indent)) return undefined;
    from = next;
  }
  return undefined;
}

/** Where the comments begin that stand right above a key: they are its own. */
function aboveComments(text: string, key: number): number {
  let at = lineStart(text, key);
  while (at > 0) {
    const above = lineStart(text, at - 1);
    if (!text.slice(above, at).trimStart().startsWith('#')) break;
    at = above;
  }
  return at;
}
