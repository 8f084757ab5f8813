import { VirtualClock } from '@bff/testing';
import { MemoryStore } from './memory-store.ts';

function memory(maxBytes: number) {
  const clock = new VirtualClock();
  const store = new MemoryStore({ clock, maxBytes });
  const put = (name: string, payload: string): string =>
    store.write(name, { version: { at: clock.wallTime(), tie: 1 }, payload }, { bornAt: clock.now(), keepMs: 1000 });
  return { clock, store, put };
}

describe('the memory of the cache', () => {
  it('stays below its limit, whatever is put in', () => {
    const { store, put } = memory(100_000);
    for (let index = 0; index < 1_000; index += 1) {
      put(`key ${index}`, 'x'.repeat(index * 7));
      expect(store.bytes).toBeLessThanOrEqual(100_000);
    }
    expect(store.entries).toBeGreaterThan(5);
  });

  it('lets go of what was not used for longest', () => {
    const { store, put } = memory(2_000);
    put('a', 'x'.repeat(200));
    put('b', 'x'.repeat(200));
    store.read('a');
    put('c', 'x'.repeat(400));
    expect(['a', 'b', 'c'].filter((name) => store.read(name))).toEqual(['a', 'c']);
  });

  it('does not push everything out for one value that is too large for it', () => {
    const { store, put } = memory(2_000);
    put('a', 'small');
    put('b', 'x'.repeat(10_000));
    expect(store.read('a')).toBeDefined();
    expect(store.read('b')).toBeUndefined();
  });

  it('gives the bytes of what it forgets back', () => {
    const { clock, store, put } = memory(100_000);
    put('a', 'x');
    put('b', 'x');
    store.forget('a');
    clock.advance(1000);
    expect(store.read('b')).toBeUndefined();
    expect([store.entries, store.bytes]).toEqual([0, 0]);
  });
});
