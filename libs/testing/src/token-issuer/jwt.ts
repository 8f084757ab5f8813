import { createHmac } from 'node:crypto';
import { type SigningKey } from './signing-key.ts';

/** Claims or header fields; one that is `undefined` is left out, also when it has a default. */
export type Fields = Readonly<Record<string, unknown>>;

const encode = (part: string): string => Buffer.from(part).toString('base64url');

const signingInput = (header: Fields, payload: string): string =>
  `${encode(JSON.stringify(header))}.${encode(payload)}`;

/** A JWT signed as its header says, or not as it says when `header` differs from the key. `payload` is JSON text. */
export function signedJwt(key: SigningKey, payload: string, header: Fields = {}): string {
  const data = signingInput({ typ: 'at+jwt', alg: key.alg, kid: key.kid, ...header }, payload);
  return `${data}.${key.sign(data).toString('base64url')}`;
}

/** `alg: none` and an empty signature (RFC 7519, section 6). */
export function unsignedJwt(key: SigningKey, payload: string): string {
  return `${signingInput({ typ: 'at+jwt', alg: 'none', kid: key.kid }, payload)}.`;
}

/** The key confusion: HS256 with the public key, which everyone has, as the secret. */
export function keyConfusedJwt(key: SigningKey, payload: string): string {
  const data = signingInput({ typ: 'at+jwt', alg: 'HS256', kid: key.kid }, payload);
  const secret = key.publicKey.export({ type: 'spki', format: 'pem' });
  return `${data}.${createHmac('sha256', secret).update(data).digest('base64url')}`;
}
