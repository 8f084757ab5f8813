import { type KeyObject, constants, generateKeyPairSync, sign } from 'node:crypto';

export type SigningAlgorithm = 'ES256' | 'EdDSA' | 'RS256' | 'PS256';

/**
 * A key pair that signs. Built on `node:crypto` alone: what the code under test uses to verify is not what made the
 * signature, so that one mistake cannot cancel the other.
 */
export interface SigningKey {
  readonly alg: SigningAlgorithm;
  readonly kid: string;
  readonly publicKey: KeyObject;
  /** The public half as it stands in a JWK set. */
  readonly publicJwk: Readonly<Record<string, unknown>>;
  sign(data: string): Buffer;
}

let count = 0;

/** A fresh key. `RS256` and `PS256` take tens of milliseconds to make, the others none to speak of. */
export function createSigningKey(alg: SigningAlgorithm = 'ES256', kid = `test-key-${(count += 1)}`): SigningKey {
  const { publicKey, privateKey } = generate(alg);
  return {
    alg,
    kid,
    publicKey,
    publicJwk: { ...publicKey.export({ format: 'jwk' }), kid, alg, use: 'sig' },
    sign: (data) => signature(alg, Buffer.from(data), privateKey),
  };
}

function generate(alg: SigningAlgorithm): { publicKey: KeyObject; privateKey: KeyObject } {
  if (alg === 'ES256') return generateKeyPairSync('ec', { namedCurve: 'P-256' });
  if (alg === 'EdDSA') return generateKeyPairSync('ed25519');
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

function signature(alg: SigningAlgorithm, data: Buffer, key: KeyObject): Buffer {
  if (alg === 'ES256') return sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' });
  if (alg === 'EdDSA') return sign(null, data, key);
  if (alg === 'RS256') return sign('sha256', data, key);
  return sign('sha256', data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 });
}
