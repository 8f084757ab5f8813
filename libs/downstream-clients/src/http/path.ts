/**
 * A path from its segments, each percent-encoded, so that an id can neither add a segment nor leave its place:
 * `['orders', 'a/b']` is `/orders/a%2Fb`. RFC 3986 dot segments and empty ones are refused, because a server or a proxy
 * would resolve them to another resource, encoded or not.
 *
 * @throws TypeError for a segment that is empty, `.` or `..`; URIError for a lone surrogate. Both are errors of the caller.
 */
export function pathOf(segments: readonly string[]): string {
  let path = '';
  for (const segment of segments) {
    if (segment === '' || segment === '.' || segment === '..') {
      throw new TypeError(`a path segment must not be empty, "." or ".."`);
    }
    path += `/${encodeURIComponent(segment)}`;
  }
  return path;
}
