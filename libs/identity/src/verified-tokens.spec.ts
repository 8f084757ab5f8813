import { generateKeyPairSync } from 'node:crypto';
import { VirtualClock } from '@bff/testing';
import { type VerifiedToken, VerifiedTokens } from './verified-tokens.ts';

const key = generateKeyPairSync('ed25519').publicKey.toCryptoKey({ name: 'Ed25519' }, true, ['verify']);
const clock = new VirtualClock();

const entry = (exp: number): VerifiedToken => ({
  caller: { userId: 'usr_0001', roles: new Set(), scopes: new Set() },
  signedWith: { alg: 'EdDSA', kid: 'a' },
  key,
  exp,
});

const inSeconds = (seconds: number): number => clock.wallTime() / 1000 + seconds;
const remember = (maxEntries = 3): VerifiedTokens => new VerifiedTokens({ clock, maxAgeMs: 60_000, maxEntries });

describe('VerifiedTokens', () => {
  it('knows exactly the token it was given', () => {
    const tokens = remember();
    tokens.add('token', entry(inSeconds(3600)));
    expect(tokens.get('token')).toMatchObject({ caller: { userId: 'usr_0001' } });
    expect(tokens.get('token ')).toBeUndefined();
    expect(tokens.get('Token')).toBeUndefined();
  });

  it('forgets after 60 s', () => {
    const tokens = remember();
    tokens.add('token', entry(inSeconds(3600)));
    clock.advance(59_999);
    expect(tokens.get('token')).toBeDefined();
    clock.advance(1);
    expect(tokens.get('token')).toBeUndefined();
    expect(tokens.size).toBe(0);
  });

  it('forgets at the moment of exp, when that comes first', () => {
    const tokens = remember();
    tokens.add('token', entry(inSeconds(10)));
    clock.advance(9_999);
    expect(tokens.get('token')).toBeDefined();
    clock.advance(1);
    expect(tokens.get('token')).toBeUndefined();
  });

  it('honours exp by the date, also when the date is stepped', () => {
    const tokens = remember();
    tokens.add('token', entry(inSeconds(10)));
    clock.stepWallTime(10_000);
    expect(tokens.get('token')).toBeUndefined();
  });

  it('keeps no entry alive when the date is set back', () => {
    const tokens = remember();
    tokens.add('token', entry(inSeconds(3600)));
    clock.stepWallTime(-3_600_000);
    clock.advance(60_000);
    expect(tokens.get('token')).toBeUndefined();
  });

  it('holds no more than its limit; the oldest makes room', () => {
    const tokens = remember(3);
    for (const token of ['a', 'b', 'c', 'd']) tokens.add(token, entry(inSeconds(3600)));
    expect(tokens.size).toBe(3);
    expect(['a', 'b', 'c', 'd'].map((token) => tokens.get(token) !== undefined)).toEqual([false, true, true, true]);
  });

  it('makes no room for a token that is there already', () => {
    const tokens = remember(2);
    for (const token of ['a', 'b', 'b']) tokens.add(token, entry(inSeconds(3600)));
    expect(tokens.get('a')).toBeDefined();
  });

  it('can be told to remember nothing', () => {
    const tokens = remember(0);
    tokens.add('a', entry(inSeconds(3600)));
    expect(tokens.size).toBe(0);
  });
});
