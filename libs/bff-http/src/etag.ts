import { hash } from 'node:crypto';

/** 132 bits: two pages that differ do not share a tag by chance. */
const digestChars = 22;

/**
 * The entity tag of a page (RFC 9110, section 8.8.3), made from the text of its data. Weak, because pages with the same
 * data are the same page, whatever their request id, and compressed or not.
 */
export const etagOf = (data: string): string => `W/"${hash('sha256', data, 'base64url').slice(0, digestChars)}"`;

/** One entity tag of a list, with the comma after it. Sticky: there may be nothing else in between. */
const listedTag = /[\s,]*(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")[\t ]*(?=,|$)/y;

/**
 * Whether an `If-None-Match` header names the entity tag (RFC 9110, section 13.1.2): the client has this page already.
 * `*` stands for any. Tags are compared weakly, so `"x"` names `W/"x"` too. What follows something malformed is ignored.
 */
export function namesTag(ifNoneMatch: string | undefined, etag: string): boolean {
  const header = ifNoneMatch?.trim() ?? '';
  if (header === '*') return true;
  listedTag.lastIndex = 0;
  for (let match = listedTag.exec(header); match; match = listedTag.exec(header)) {
    if (match[1] === etag.replace(/^W\//, '')) return true;
  }
  return false;
}
