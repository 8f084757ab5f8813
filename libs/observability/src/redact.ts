import { isError, serializeError } from './error-serializer.ts';
import { REDACTED, isSecretName } from './secrets.ts';

const deepest = 6;
const mostValues = 400;

/** Cuts off what is nested too deep or too large to be worth a log line; also what ends a cycle. */
const CUT = '[cut]';

type Room = { values: number };

/**
 * A copy of a log line's fields with every secret replaced, at any depth and in any spelling, and every Error
 * serialised. A line without objects is returned as it is, because that is what the hot path logs.
 */
export function redactFields(fields: Record<string, unknown>): Record<string, unknown> {
  for (const name in fields) {
    const value = fields[name];
    if ((typeof value === 'object' && value !== null) || isSecretName(name)) {
      return readSafely(() => redactEntries(fields, 0, { values: mostValues })) ?? { unreadable: true };
    }
  }
  return fields;
}

/** The same for one value, whatever it is. */
export const redactValue = (value: unknown): unknown => readSafely(() => redactAt(value, 0, { values: mostValues }));

/** A getter or a `toJSON` may throw; a log line must not. */
function readSafely<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function redactAt(value: unknown, depth: number, room: Room): unknown {
  room.values -= 1;
  if (typeof value !== 'object' || value === null) return value;
  if (isError(value)) return serializeError(value);
  if (depth >= deepest) return CUT;
  if (Array.isArray(value)) return redactItems(value, depth, room);
  if ('toJSON' in value && typeof value.toJSON === 'function') return redactAt(value.toJSON(), depth + 1, room);
  return redactEntries(value, depth, room);
}

function redactItems(items: readonly unknown[], depth: number, room: Room): unknown[] {
  const copy: unknown[] = [];
  for (const item of items) {
    if (room.values <= 0) return [...copy, CUT];
    copy.push(redactAt(item, depth + 1, room));
  }
  return copy;
}

function redactEntries(fields: object, depth: number, room: Room): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    if (room.values <= 0) return { ...copy, [CUT]: true };
    copy[name] = isSecretName(name) ? REDACTED : redactAt(value, depth + 1, room);
  }
  return copy;
}
