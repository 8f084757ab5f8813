import { type CryptoKey, type JSONWebKeySet, createLocalJWKSet, errors } from 'jose';
import { algorithms } from './algorithms.ts';
import { type SigningKeyName } from './token-header.ts';

/** Keys that are ready for use, by algorithm and name. */
export interface VerificationKeys {
  find(name: SigningKeyName): CryptoKey | undefined;
  /** How many names have a key; an RSA key that names no algorithm counts for two. */
  readonly size: number;
  /** The names whose key could not be used, for the log. */
  readonly unusable: readonly string[];
}

const idOf = ({ alg, kid }: SigningKeyName): string => `${alg} ${kid}`;
const smallestRsaBits = 2048;

/**
 * Imports what a JWK set (RFC 7517) offers for checking signatures. It happens at once and not at the first use, so that a
 * broken key shows when the set is fetched and never as somebody's refused token. Keys for encryption, of other
 * algorithms and without a name are left out.
 *
 * @throws Error when the document is no JWK set, or holds no key that can be used
 */
export async function importKeys(document: unknown): Promise<VerificationKeys> {
  if (!isKeySet(document)) throw new Error('answered with something other than a JWK set');
  const select = createLocalJWKSet(document);
  const keys = new Map<string, CryptoKey>();
  const unusable = new Set<string>();
  const names = new Set(document.keys.map(({ kid }) => kid).filter((kid) => typeof kid === 'string'));
  for (const kid of names) {
    for (const alg of algorithms) {
      try {
        const key = await select({ alg, kid });
        if (isTooShort(key)) unusable.add(kid);
        else keys.set(idOf({ alg, kid }), key);
      } catch (error) {
        // Private keys, two keys of one name, and parameters that do not decode end here.
        if (!(error instanceof errors.JWKSNoMatchingKey)) unusable.add(kid);
      }
    }
  }
  if (keys.size === 0) throw new Error('answered with no key that can be used');
  return { find: (name) => keys.get(idOf(name)), size: keys.size, unusable: [...unusable] };
}

function isKeySet(document: unknown): document is JSONWebKeySet {
  if (typeof document !== 'object' || document === null || !('keys' in document)) return false;
  const { keys } = document;
  return (
    Array.isArray(keys) && keys.every((key: unknown) => typeof key === 'object' && key !== null && !Array.isArray(key))
  );
}

const isTooShort = ({ algorithm }: CryptoKey): boolean =>
  'modulusLength' in algorithm && Number(algorithm.modulusLength) < smallestRsaBits;
