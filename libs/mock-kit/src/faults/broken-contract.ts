/**
 * The same value as a release that forgot its clients would send it: still JSON, but in every object the first field is
 * gone and the second renamed, and numbers have become strings. An empty object or list at the top becomes the other.
 */
export function breakContract(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? {} : value.map(breakContract);
  if (isRecord(value)) return breakRecord(value);
  return breakScalar(value);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function breakRecord(record: Record<string, unknown>): unknown {
  const fields = Object.entries(record);
  if (fields.length === 0) return [];
  return Object.fromEntries(
    fields.slice(1).map(([name, value], index) => [index === 0 ? `new_${name}` : name, breakContract(value)]),
  );
}

const breakScalar = (value: unknown) => (typeof value === 'number' ? String(value) : value);
