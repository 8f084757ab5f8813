/** A list becomes one parameter with commas; `undefined` and an empty list are left out. */
export type QueryValue = string | number | boolean | readonly string[] | undefined;

/** Query parameters by name. */
export type Query = Readonly<Record<string, QueryValue>>;

/**
 * The query with its `?`, or nothing when no parameter is left.
 *
 * @throws TypeError when an item of a list holds a comma: the service would read it as two.
 */
export function queryStringOf(query: Query): string {
  let text = '';
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || (typeof value === 'object' && value.length === 0)) continue;
    const encoded = typeof value === 'object' ? value.map(listItem).join(',') : encodeURIComponent(value);
    text += `${text === '' ? '?' : '&'}${encodeURIComponent(name)}=${encoded}`;
  }
  return text;
}

function listItem(item: string): string {
  if (item.includes(',')) throw new TypeError('an item of a list in a query must not hold a comma');
  return encodeURIComponent(item);
}
