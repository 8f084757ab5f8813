import { type JsonWebKeySet } from '@bff/contracts';
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import { z } from 'zod';
import { keepFile } from './keep-file.ts';

/** What tokens are signed with, and the half of it that may be shown. */
export interface SigningKey {
  readonly alg: 'ES256';
  /** The RFC 7638 thumbprint: another key never has the same name. */
  readonly kid: string;
  readonly privateKey: CryptoKey;
  /** Without the private part `d`. */
  readonly publicJwk: JsonWebKeySet['keys'][number];
}

/** A private P-256 key as RFC 7518, section 6.2 writes it. */
const privateJwkSchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});

type PrivateJwk = z.infer<typeof privateJwkSchema>;

/**
 * The key in `file`, made and put there when there is none, so that tokens stay valid when the service is restarted.
 * Without a file it is a new key that lives as long as the process.
 *
 * @throws Error when the file is there and holds no such key; it is not overwritten
 */
export async function openSigningKey(file?: string): Promise<SigningKey> {
  if (file === undefined) return importKey(await generateKey());
  const text = await keepFile(file, async () => `${JSON.stringify(await generateKey())}\n`);
  try {
    return await importKey(privateJwkSchema.parse(JSON.parse(text)));
  } catch (cause) {
    throw new Error(`${file} holds no private P-256 key as JWK; name another file or delete it`, { cause });
  }
}

async function generateKey(): Promise<PrivateJwk> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return privateJwkSchema.parse(await exportJWK(privateKey));
}

async function importKey(jwk: PrivateJwk): Promise<SigningKey> {
  const privateKey = await importJWK({ ...jwk, ext: false }, 'ES256');
  if (privateKey instanceof Uint8Array) throw new Error('an EC key is no secret');
  const { kty, crv, x, y } = jwk;
  const kid = await calculateJwkThumbprint({ kty, crv, x, y });
  return { alg: 'ES256', kid, privateKey, publicJwk: { kty, crv, x, y, kid, alg: 'ES256', use: 'sig' } };
}
