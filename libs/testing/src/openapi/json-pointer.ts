/** A plain JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A part of a document, with where it is (RFC 6901). */
export interface Located {
  readonly pointer: string;
  readonly value: unknown;
}

/** The member of a part, with every `$ref` on the way followed. Undefined when there is none. */
export function member(document: JsonObject, { pointer, value }: Located, name: string): Located | undefined {
  if (!isJsonObject(value) || !Object.hasOwn(value, name)) return undefined;
  return followed(document, { pointer: `${pointer}/${escaped(name)}`, value: value[name] });
}

/** The same over several steps. */
export function descend(document: JsonObject, from: Located, ...names: readonly string[]): Located | undefined {
  return names.reduce<Located | undefined>((at, name) => at && member(document, at, name), from);
}

function followed(document: JsonObject, located: Located): Located | undefined {
  const { value } = located;
  if (!isJsonObject(value) || typeof value['$ref'] !== 'string') return located;
  const names = value['$ref'].replace(/^#\//, '').split('/').map(unescaped);
  return descend(document, { pointer: '', value: document }, ...names);
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
const unescaped = (name: string): string => name.replaceAll('~1', '/').replaceAll('~0', '~');
