import { replicaOnVirtualClock } from '../test/cache-fixture.ts';
import { never } from '../test/scripted-store.ts';
import type { Looked } from './shared-store.ts';

const key = ['operation', 'abc'];

describe('reading a value that is not in memory', () => {
  it('asks the shared store, and keeps what it has for as long as that does', async () => {
    const { clock, cache, store, stored } = replicaOnVirtualClock();
    store.onLook = () => Promise.resolve(stored('theirs', 3_000));
    expect(await cache.read(key)).toBe('theirs');
    store.onLook = () => Promise.resolve({ entry: undefined, lease: 'free' });
    clock.advance(99_999);
    expect(await cache.read(key)).toBe('theirs');
    expect(store.looks).toHaveLength(1);
    clock.advance(1);
    expect(await cache.read(key)).toBeUndefined();
  });

  it('asks once for all who ask meanwhile, and takes no lease', async () => {
    const { clock, cache, store, stored, answerAfter } = replicaOnVirtualClock();
    store.onLook = answerAfter(10, () => stored('theirs', 0));
    const reads = Array.from({ length: 1_000 }, () => cache.read(key));
    await clock.advanceBy(10);
    expect(new Set(await Promise.all(reads))).toEqual(new Set(['theirs']));
    expect(store.looks.map(({ lease }) => lease)).toEqual([undefined]);
  });

  it('leaves nothing behind when it is not known', async () => {
    const { clock, cache, store } = replicaOnVirtualClock();
    store.onLook = () => Promise.resolve({ entry: undefined, lease: 'free' });
    for (let index = 0; index < 1_000; index += 1) {
      expect(await cache.read(['operation', `guess ${index}`])).toBeUndefined();
    }
    expect(store.looks.every(({ lease }) => lease === undefined)).toBe(true);
    expect([store.writes, store.released]).toEqual([[], []]);
    expect(cache.snapshot()).toMatchObject({ memory: { entries: 0, bytes: 0 }, redis: { lookupsInFlight: 0 } });
    expect(clock.pendingTimers).toBe(0);
  });

  it('waits 25 ms and no more; what comes later is there for the next', async () => {
    const { clock, cache, store, stored, answerAfter } = replicaOnVirtualClock();
    store.onLook = answerAfter(40, () => stored('theirs', 0));
    let read: unknown = 'waiting';
    void cache.read(key).then((value) => (read = value));
    await clock.advanceBy(24);
    expect(read).toBe('waiting');
    await clock.advanceBy(1);
    expect(read).toBeUndefined();
    await clock.advanceBy(15);
    store.onLook = never;
    expect(await cache.read(key)).toBe('theirs');
  });

  it.each<[string, (parts: ReturnType<typeof replicaOnVirtualClock>) => Promise<void> | void]>([
    ['refuses', ({ store }) => void (store.onLook = () => Promise.reject(new Error('broken')))],
    ['is not connected', ({ store }) => void (store.connected = false)],
    ['is closed', ({ cache }) => cache.close()],
  ])('has none, and never fails, when the shared store %s', async (_how, arrange) => {
    const parts = replicaOnVirtualClock();
    await arrange(parts);
    expect(await parts.cache.read(key)).toBeUndefined();
    parts.cache.write(key, 'query', 60_000);
    expect(await parts.cache.read(key)).toBe('query');
  });

  it('has none when it was written by another codec, or is dated ahead', async () => {
    const { clock, cache, store, stored, refused } = replicaOnVirtualClock();
    const answers: Looked['entry'][] = [
      { version: { at: clock.wallTime(), tie: 1 }, payload: 'other', keepMs: 1_000 },
      stored('ahead', -1_001).entry,
    ];
    store.onLook = () => Promise.resolve({ entry: answers.shift(), lease: 'free' });
    expect([await cache.read(key), await cache.read(key)]).toEqual([undefined, undefined]);
    expect(answers).toEqual([]);
    expect(refused).toHaveLength(1);
  });

  it('does not keep a section’s fetch from taking the lease', async () => {
    const { clock, cache, store, answerAfter, ask } = replicaOnVirtualClock();
    store.onLook = answerAfter(10, () => ({ entry: undefined, lease: 'mine' }));
    const reading = cache.read(['section']);
    const asked = ask();
    await clock.advanceBy(10);
    await Promise.all([reading, asked]);
    expect(store.looks.map(({ lease }) => lease !== undefined)).toEqual([false, true]);
  });
});
