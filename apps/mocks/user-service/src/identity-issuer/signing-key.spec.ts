import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSigningKey } from './signing-key.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signing-key-'));
  file = join(folder, 'keys', 'signing-key.json');
});

afterEach(() => rm(folder, { recursive: true }));

describe('the signing key', () => {
  it('is a new one for each process when there is no file', async () => {
    const [one, other] = await Promise.all([openSigningKey(), openSigningKey()]);
    expect(one.kid).not.toBe(other.kid);
  });

  it('is the same after a restart when there is a file', async () => {
    const before = await openSigningKey(file);
    const after = await openSigningKey(file);
    expect(after.kid).toBe(before.kid);
    expect(after.publicJwk).toEqual(before.publicJwk);
  });

  it('is readable by its owner alone, and leaves no draft behind', async () => {
    await openSigningKey(file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await expect(readdir(join(folder, 'keys'))).resolves.toEqual(['signing-key.json']);
  });

  it('is one key when several processes make it at once', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => openSigningKey(file)));
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(1);
    await expect(readdir(join(folder, 'keys'))).resolves.toEqual(['signing-key.json']);
  });

  it('shows nothing of its private part', async () => {
    const { publicJwk, privateKey } = await openSigningKey(file);
    expect(Object.keys(publicJwk).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    expect(privateKey.extractable).toBe(false);
  });

  it.each([
    '',
    'not JSON',
    '{}',
    '{"kty":"EC","crv":"P-256","x":"AA","y":"AA","d":"AA"}',
    '{"kty":"oct","k":"c2VjcmV0"}',
  ])('is not made of a file that holds %j, nor is that file overwritten', async (text) => {
    const odd = join(folder, 'odd.json');
    await writeFile(odd, text);
    await expect(openSigningKey(odd)).rejects.toThrow(`${odd} holds no private P-256 key as JWK`);
    await expect(readFile(odd, 'utf8')).resolves.toBe(text);
  });
});
