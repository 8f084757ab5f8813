import { cacheOnVirtualClock, replicaOnVirtualClock } from '../test/cache-fixture.ts';
import { never } from '../test/scripted-store.ts';

const KEEP_MS = 60_000;
const key = ['operation', 'abc'];

describe('a value that is put there', () => {
  it('is read at once, and until its time is over', async () => {
    const { clock, cache } = cacheOnVirtualClock();
    cache.write(key, 'query', KEEP_MS);
    expect(await cache.read(key)).toBe('query');
    clock.advance(KEEP_MS - 1);
    expect(await cache.read(key)).toBe('query');
    clock.advance(1);
    expect(await cache.read(key)).toBeUndefined();
  });

  it('is another one under another key, and none under one that is not known', async () => {
    const { cache } = cacheOnVirtualClock();
    cache.write(['a', 'b'], 1, KEEP_MS);
    cache.write(['a:b'], 2, KEEP_MS);
    expect([await cache.read(['a', 'b']), await cache.read(['a:b']), await cache.read(['a'])]).toEqual([
      1,
      2,
      undefined,
    ]);
  });

  it('is a copy for each who reads, with its types', async () => {
    const value = { at: new Date(5), ids: new Set(['a']) };
    const { cache } = cacheOnVirtualClock();
    cache.write(key, value, KEEP_MS);
    value.ids.add('b');
    const read = await cache.read<typeof value>(key);
    expect(read).toStrictEqual({ at: new Date(5), ids: new Set(['a']) });
    read?.ids.add('c');
    expect(await cache.read(key)).toStrictEqual({ at: new Date(5), ids: new Set(['a']) });
  });

  it('takes the place of the one before, also when the clock was stepped back meanwhile', async () => {
    const { clock, cache } = cacheOnVirtualClock();
    cache.write(key, 'before', KEEP_MS);
    clock.stepWallTime(-500);
    cache.write(key, 'after', KEEP_MS);
    expect(await cache.read(key)).toBe('after');
  });

  it('takes the place of the one before, also within one millisecond, and its time is its own', async () => {
    const { clock, cache } = cacheOnVirtualClock();
    cache.write(key, 'first', KEEP_MS);
    cache.write(key, 'second', 10);
    expect(await cache.read(key)).toBe('second');
    clock.advance(10);
    expect(await cache.read(key)).toBeUndefined();
  });

  it('goes to the shared store, dated by when it was put there, and is not waited for', async () => {
    const { clock, cache, store } = replicaOnVirtualClock();
    store.onWrite = never;
    cache.write(key, 'query', 1_500.5);
    expect(store.writes).toEqual([
      {
        name: 'app/1:operation:abc',
        entry: { version: { at: clock.wallTime(), tie: expect.any(Number) as unknown }, payload: 'j"query"' },
        keepMs: 1_501,
      },
    ]);
    expect(await cache.read(key)).toBe('query');
    expect(store.looks).toEqual([]);
  });

  it('is read as the other replica has it, when that one was newer', async () => {
    const { clock, cache, store, stored } = replicaOnVirtualClock();
    store.onWrite = () => Promise.resolve('older');
    store.onLook = () => Promise.resolve(stored('newer', -5));
    cache.write(key, 'older', KEEP_MS);
    await clock.settle();
    expect(await cache.read(key)).toBe('newer');
  });

  it.each([
    ['cannot be encoded', Number.NaN, { refused: 1, outcomes: [] }],
    ['is too large', 'x'.repeat(1024 * 1024), { refused: 0, outcomes: ['dropped'] }],
  ])('is not kept when it %s, which the observer is told', async (_why, value, told) => {
    const { cache, store, refused, written } = replicaOnVirtualClock();
    cache.write(key, value, KEEP_MS);
    expect(await cache.read(key)).toBeUndefined();
    expect(store.writes).toEqual([]);
    expect({ refused: refused.length, outcomes: written.map(({ outcome }) => outcome) }).toEqual(told);
  });

  it('is not kept for no time, and never for ever', async () => {
    const { cache, store } = replicaOnVirtualClock();
    cache.write(key, 'query', 0);
    expect(await cache.read(key)).toBeUndefined();
    for (const keepMs of [Infinity, Number.NaN]) expect(() => cache.write(key, 'query', keepMs)).toThrow(RangeError);
    expect(store.writes).toEqual([]);
  });
});
