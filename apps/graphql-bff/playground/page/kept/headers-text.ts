const isAuthorization = ([name]: readonly [string, unknown]) => name.toLowerCase() === 'authorization';

/** What the headers editor holds for a token. */
export const headersFor = (token: string): string => textOf([['Authorization', `Bearer ${token}`]]);

/**
 * The headers without who is asking; empty when nothing is left. A text that is no JSON object counts as nothing, for
 * there may be a token in it.
 */
export function withoutToken(text: string): string {
  const others = entriesOf(text).filter((entry) => !isAuthorization(entry));
  return others.length === 0 ? '' : textOf(others);
}

/** The same headers, asking with the token of `headers`, whatever they asked with before. */
export function withTokenOf(headers: string, text: string): string {
  const entries = [...entriesOf(headers).filter(isAuthorization), ...entriesOf(withoutToken(text))];
  return entries.length === 0 ? '' : textOf(entries);
}

/** Whether somebody is asking: a scheme, and something after it. */
export const hasToken = (text: string): boolean =>
  entriesOf(text).some((entry) => isAuthorization(entry) && /^\S+ +\S/.test(String(entry[1])));

function entriesOf(text: string): [string, unknown][] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  } catch {
    return [];
  }
}

const textOf = (entries: readonly (readonly [string, unknown])[]) =>
  JSON.stringify(Object.fromEntries(entries), null, 2);
