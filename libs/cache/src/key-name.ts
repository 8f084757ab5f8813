import { createHash } from 'node:crypto';

/** Names a key within the stores. */
export type KeyNaming = (key: readonly string[]) => string;

/** Longer keys (a search text) are told apart by their SHA-256. */
const LONGEST = 200;

/**
 * `app/schema:part:part`. Every character outside `A-Z a-z 0-9 . _ ~ -` becomes `%` and its four-digit UTF-16 code unit, so
 * that no two keys have one name, whatever they hold, and no part can end a Redis Cluster hash tag. Each part has its own
 * colon in front, which tells no parts from one empty part.
 */
export function keyNaming(namespace: string, schemaVersion: string): KeyNaming {
  const prefix = `${plain('namespace', namespace)}/${plain('schemaVersion', schemaVersion)}`;
  return (key) => {
    let name = '';
    for (const part of key) name += `:${part.replace(SPECIAL, escapeUnit)}`;
    return prefix + (name.length > LONGEST ? `#${createHash('sha256').update(name).digest('base64url')}` : name);
  };
}

/** Without the `u` flag, so that it sees code units: half a surrogate pair is one too. */
const SPECIAL = /[^A-Za-z0-9._~-]/g;

const escapeUnit = (unit: string): string => `%${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

function plain(what: string, text: string): string {
  if (!/^[A-Za-z0-9._-]+$/.test(text)) {
    throw new TypeError(
      `the cache's ${what} is made of letters, digits, ".", "_" and "-"; got ${JSON.stringify(text)}`,
    );
  }
  return text;
}
