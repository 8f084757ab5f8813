import type { ServerResponse } from 'node:http';

/** Headers on every reply. A value of undefined takes a default away. */
export type ReplyHeaders = Readonly<Record<string, string | undefined>>;

/**
 * For an API that no page embeds and no browser renders: nothing may be sniffed, loaded, framed or leaked by a referrer.
 * An app that serves a page (a playground) replaces the policy on that reply. HSTS is the business of whoever ends TLS.
 */
export const apiHeaders: ReplyHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
};

/** Returns a function that sets the headers, with the list prepared once. */
export function headerSetter(headers: ReplyHeaders): (res: ServerResponse) => void {
  const prepared = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
  return (res) => {
    for (const { name, value } of prepared) res.setHeader(name, value);
  };
}
