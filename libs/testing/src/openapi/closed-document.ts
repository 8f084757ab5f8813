import { isJsonObject } from './json-pointer.ts';

/**
 * The document with every object closed, so that a member which it does not tell of is noticed. The document itself
 * leaves objects open, because its clients must bear with members that are added later.
 */
export function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (!isJsonObject(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    // The parts of an allOf describe one object together: only one that stands on its own elsewhere can be closed.
    copy[key] = key === 'allOf' && Array.isArray(part) ? part.map(closedInside) : closed(part);
  }
  const describesObject = isJsonObject(value['properties']) && value['additionalProperties'] === undefined;
  return describesObject ? { ...copy, additionalProperties: false } : copy;
}

/** What is in it is closed, but not the object itself. */
function closedInside(value: unknown): unknown {
  const inside = closed(value);
  if (!isJsonObject(value) || !isJsonObject(inside)) return inside;
  const { additionalProperties: _, ...rest } = inside;
  return 'additionalProperties' in value ? inside : rest;
}
