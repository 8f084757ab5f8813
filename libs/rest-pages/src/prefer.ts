/** What a client may ask of a page that cannot be whole (RFC 7240, section 4.4). */
export type Handling = 'strict' | 'lenient';

/**
 * The `handling` preference of a `Prefer` header, or undefined when none is stated. The first one counts (RFC 7240,
 * section 2); other preferences and unknown values are ignored, as that RFC asks.
 */
export function handlingPreference(header: string | undefined): Handling | undefined {
  for (const preference of (header ?? '').split(',')) {
    // A preference may carry parameters after a semicolon; the value may be quoted.
    const match = /^\s*handling\s*=\s*"?(strict|lenient)"?\s*(?:;.*)?$/i.exec(preference);
    if (match) return match[1]?.toLowerCase() === 'strict' ? 'strict' : 'lenient';
  }
  return undefined;
}
