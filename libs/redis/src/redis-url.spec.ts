import { parseRedisUrl } from './redis-url.ts';

describe('a Redis URL', () => {
  it.each([
    ['redis://localhost', { host: 'localhost', port: 6379, db: 0, tls: false }],
    ['redis://10.0.0.1:7000/2', { host: '10.0.0.1', port: 7000, db: 2, tls: false }],
    ['redis://localhost/', { host: 'localhost', port: 6379, db: 0, tls: false }],
    [
      'rediss://:p%40ss%2C@cache.example:6380',
      { host: 'cache.example', port: 6380, db: 0, tls: true, password: 'p@ss,' },
    ],
    [
      'redis://app:secret@[::1]:6379',
      { host: '::1', port: 6379, db: 0, tls: false, username: 'app', password: 'secret' },
    ],
  ])('names one node: %s', (text, node) => {
    expect(parseRedisUrl(text)).toEqual({ kind: 'single', node });
  });

  it('names a cluster when there are several, or when it says so', () => {
    expect(parseRedisUrl('redis://a:1, redis://b:2')).toEqual({
      kind: 'cluster',
      nodes: [
        { host: 'a', port: 1, db: 0, tls: false },
        { host: 'b', port: 2, db: 0, tls: false },
      ],
    });
    expect(parseRedisUrl('rediss+cluster://a:1')).toEqual({
      kind: 'cluster',
      nodes: [{ host: 'a', port: 1, db: 0, tls: true }],
    });
  });

  it.each([
    ['', 'begins with redis://'],
    ['localhost:6379', 'begins with redis://'],
    ['http://:secret@localhost', 'begins with redis://'],
    ['redis://', 'begins with redis://|has a host'],
    ['redis://:secret@a,', 'begins with redis://'],
    ['redis://:secret@a/x', 'path is the number of a database'],
    ['redis://:secret@a?db=1', 'no query'],
    ['redis://:secret%@a', 'write % as %25'],
    ['redis://:secret@a/1,redis://b', 'no databases but 0'],
    ['redis+cluster://:secret@a/1', 'no databases but 0'],
  ])('is refused in one line without its password: %s', (text, reason) => {
    const refused = (): string => {
      try {
        return JSON.stringify(parseRedisUrl(text));
      } catch (error) {
        return error instanceof Error ? error.message : 'no error';
      }
    };
    expect(refused()).toMatch(new RegExp(reason));
    expect(refused()).not.toMatch(/secret|\n/);
  });
});
