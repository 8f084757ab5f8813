import { endOf, lineEnd, lineStart, placeOf, startOf } from './yaml-place.ts';

/** Whether a comment would go, or be left without its group, if the group at `path` were taken out of the text. */
export function hasComments(text: string, path: readonly string[]): boolean {
  const { group, pair } = placeOf(text, path);
  if (pair === undefined || group.path.length !== path.length - 1) return false;
  const start = startOf(pair.key);
  let end = endOf(pair.value ?? pair.key, text);
  if (!group.map.flow) {
    const indent = start - lineStart(text, start);
    end = lineEnd(text, end);
    // Lines after its last value that are further in belong to it: knobs at their default.
    while (end < text.length && isFurtherIn(text.slice(end + 1, lineEnd(text, end + 1)), indent)) {
      end = lineEnd(text, end + 1);
    }
  }
  return /\s#/.test(text.slice(start, end));
}

const isFurtherIn = (line: string, indent: number): boolean => line.trim() === '' || line.search(/\S/) > indent;
