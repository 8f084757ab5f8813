/** What a client may ask of a page that cannot be whole (RFC 7240, section 4.4). */
export type Handling = 'strict' | 'lenient';

/**
 * One preference: everything up to a comma that is not inside a quoted string. A quote that is not closed runs to the end:
 * read again from each quote, a long header of them would take time by the square of its length.
 */
const preferences = /(?:"(?:[^"\\]|\\.)*(?:"|\\?$)|[^,"])+/g;

/** Its name and value; parameters may follow after a semicolon. A value is a token or a quoted string. */
const named = /^\s*handling\s*=\s*(?:"([^"]*)"|([^\s";]*))\s*(?:;.*)?$/i;

/**
 * The `handling` preference of a `Prefer` header, or undefined when none is stated. Of several the first one counts, and
 * what is not known is ignored (RFC 7240, section 2).
 */
export function handlingPreference(header: string | undefined): Handling | undefined {
  for (const preference of header?.match(preferences) ?? []) {
    const match = named.exec(preference);
    if (!match) continue;
    const value = (match[1] ?? match[2] ?? '').toLowerCase();
    return value === 'strict' || value === 'lenient' ? value : undefined;
  }
  return undefined;
}
