/** With a problem there are no pairs. It says which entry, never what stands there: headers are secrets. */
export interface KeyValuePairs {
  readonly pairs: Readonly<Record<string, string>>;
  readonly problem?: string;
}

/** Reads `key=value,key=value`, percent-encoded as in W3C Baggage, which is how OpenTelemetry's variables list things. */
export function keyValuePairs(text: string): KeyValuePairs {
  const pairs: Record<string, string> = {};
  for (const [index, entry] of text.split(',').entries()) {
    if (entry.trim() === '') continue;
    const equals = entry.indexOf('=');
    const key = decoded(entry.slice(0, Math.max(0, equals)));
    const value = decoded(entry.slice(equals + 1));
    if (!key || !value) return { pairs: {}, problem: `entry ${index + 1} is not key=value, percent-encoded` };
    pairs[key] = value;
  }
  return { pairs };
}

/** Undefined when it is not percent-encoded as it should be. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.trim());
  } catch {
    return undefined;
  }
}
