const key = /^(?:[a-z][a-z0-9_\-*/]{0,255}|[a-z0-9][a-z0-9_\-*/]{0,240}@[a-z][a-z0-9_\-*/]{0,13})$/;
const value = /^[\x20-\x2b\x2d-\x3c\x3e-\x7e]{0,255}[\x21-\x2b\x2d-\x3c\x3e-\x7e]$/;
const mostMembers = 32;

/** The recommendation asks for at least 512 to be passed on; more is dropped whole, so that headers stay bounded. */
const maxChars = 512;

/**
 * The `tracestate` to pass on: the members of all its headers joined. Undefined when it is empty, longer than 512
 * characters, has more than 32 members, a repeated key, or a member that is not `key=value` of the allowed characters:
 * the recommendation has a broken list dropped whole, and the trace kept.
 */
export function parseTracestate(header: string | readonly string[]): string | undefined {
  const joined = typeof header === 'string' ? header : header.join(',');
  const members = joined
    .split(',')
    .map((member) => member.replace(/^[ \t]+|[ \t]+$/g, ''))
    .filter((member) => member !== '');
  if (members.length === 0 || members.length > mostMembers) return undefined;
  const keys = new Set<string>();
  for (const member of members) {
    const equals = member.indexOf('=');
    const name = member.slice(0, equals);
    if (equals < 1 || !key.test(name) || !value.test(member.slice(equals + 1)) || keys.has(name)) return undefined;
    keys.add(name);
  }
  const state = members.join(',');
  return state.length > maxChars ? undefined : state;
}
