import { DownstreamError } from '@bff/errors';
import { FRESH_MS, STALE_MS, failWith, outage, replicaOnVirtualClock } from '../test/cache-fixture.ts';
import { never } from '../test/scripted-store.ts';

describe('a value that another replica has stored', () => {
  it('is served fresh, with its age by the wall clock, and then from memory', async () => {
    const { clock, store, stored, service, ask } = replicaOnVirtualClock();
    store.onLook = () => Promise.resolve(stored('theirs', 3_000));
    expect(await ask()).toEqual({ status: 'fresh', value: 'theirs', ageMs: 3_000 });
    clock.advance(1_000);
    expect(await ask()).toEqual({ status: 'fresh', value: 'theirs', ageMs: 4_000 });
    expect(store.looks).toHaveLength(1);
    expect(service.calls).toBe(0);
  });

  it('is never younger than nothing, when the other clock is ahead', async () => {
    const { clock, store, stored, ask } = replicaOnVirtualClock();
    store.onLook = () => Promise.resolve(stored('theirs', -900));
    expect(await ask()).toEqual({ status: 'fresh', value: 'theirs', ageMs: 0 });
    clock.advance(500);
    expect(await ask()).toEqual({ status: 'fresh', value: 'theirs', ageMs: 500 });
  });

  it('is not believed when it is dated ahead by more than clocks differ', async () => {
    const { clock, store, stored, service, ask } = replicaOnVirtualClock();
    store.onLook = () => Promise.resolve(stored('theirs', -1_001));
    expect(await ask()).toEqual({ status: 'loaded', value: 'value' });
    service.answer = failWith(outage);
    clock.advance(FRESH_MS);
    expect(await ask()).toMatchObject({ status: 'stale', value: 'value' });
  });

  it('stands in when the load fails', async () => {
    const { store, stored, service, ask } = replicaOnVirtualClock();
    store.onLook = () => Promise.resolve(stored('theirs', 20_000));
    service.answer = failWith(outage);
    expect(await ask()).toEqual({ status: 'stale', value: 'theirs', ageMs: 20_000, cause: outage });
  });

  it('stands in when the shared store is gone too, as this process has seen it', async () => {
    const { clock, store, stored, service, ask } = replicaOnVirtualClock();
    store.onLook = () => Promise.resolve(stored('theirs', 0));
    await ask();
    clock.advance(FRESH_MS);
    store.connected = false;
    service.answer = failWith(outage);
    expect(await ask()).toMatchObject({ status: 'stale', value: 'theirs', ageMs: FRESH_MS });
  });

  it('takes the place of an older one of this replica', async () => {
    const { clock, store, stored, ask } = replicaOnVirtualClock();
    await ask();
    clock.advance(FRESH_MS);
    store.onLook = () => Promise.resolve(stored('newer', 5));
    expect(await ask()).toEqual({ status: 'fresh', value: 'newer', ageMs: 5 });
  });

  it('does not take the place of a newer one', async () => {
    const { clock, store, stored, service, ask } = replicaOnVirtualClock();
    await ask();
    clock.advance(FRESH_MS);
    store.onLook = () => Promise.resolve(stored('older', FRESH_MS + 1));
    service.answer = failWith(outage);
    expect(await ask()).toMatchObject({ status: 'stale', value: 'value', ageMs: FRESH_MS });
  });

  it('is a miss when it cannot be decoded', async () => {
    const { store, ask, stored, refused } = replicaOnVirtualClock();
    const looked = stored('theirs', 0);
    if (typeof looked.entry !== 'object') throw new Error('the fixture has an entry');
    const entry = { ...looked.entry, payload: 'written by another codec' };
    store.onLook = () => Promise.resolve({ entry, lease: 'free' });
    expect(await ask()).toEqual({ status: 'loaded', value: 'value' });
    expect(refused).toHaveLength(1);
  });

  it('is gone here too when another replica was told that it is', async () => {
    const { clock, store, service, ask } = replicaOnVirtualClock();
    await ask();
    clock.advance(FRESH_MS);
    const removal = { version: { at: clock.wallTime(), tie: 1 }, payload: undefined, keepMs: 1_000 };
    store.onLook = () => Promise.resolve({ entry: removal, lease: 'mine' });
    service.answer = failWith(outage);
    await expect(ask()).rejects.toBe(outage);
  });

  it('is not sent again when it is known', async () => {
    const { clock, store, stored, service, ask } = replicaOnVirtualClock();
    const theirs = stored('theirs', 0);
    store.onLook = () => Promise.resolve(theirs);
    await ask();
    clock.advance(FRESH_MS);
    store.onLook = () => Promise.resolve({ entry: 'known', lease: 'mine' });
    service.answer = failWith(outage);
    expect(await ask()).toMatchObject({ status: 'stale', value: 'theirs' });
    expect(store.looks[1]?.known).toEqual({ at: clock.wallTime() - FRESH_MS, tie: 1 });
  });
});

describe('what a load leaves in the shared store', () => {
  it('is the value, dated by the beginning of its load, for what remains of its time', async () => {
    const { clock, store, service, ask, after } = replicaOnVirtualClock();
    const began = clock.wallTime();
    service.answer = after(400, 'value');
    const asked = ask();
    await clock.advanceBy(400);
    await asked;
    expect(store.writes).toMatchObject([
      {
        name: 'app/1:section',
        entry: { version: { at: began }, payload: 'j"value"' },
        keepMs: FRESH_MS + STALE_MS - 400,
      },
    ]);
  });

  it('is a removal after an answer', async () => {
    const { store, service, ask } = replicaOnVirtualClock();
    service.answer = failWith(new DownstreamError('NOT_FOUND', { service: 'order', operation: 'byId' }));
    await expect(ask()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(store.writes).toMatchObject([{ entry: { payload: undefined }, keepMs: 60_000 }]);
  });

  it('is nothing but the lease given back, after a failure or a value that cannot be kept', async () => {
    const { store, service, ask } = replicaOnVirtualClock();
    service.answer = failWith(outage);
    await expect(ask()).rejects.toBe(outage);
    service.answer = () => Promise.resolve(Number.NaN);
    await ask();
    expect(store.writes).toEqual([]);
    expect(store.released).toEqual(['app/1:section', 'app/1:section']);
  });

  it('is not waited for', async () => {
    const { store, ask } = replicaOnVirtualClock();
    store.onWrite = never;
    expect(await ask()).toMatchObject({ status: 'loaded' });
  });

  it('is not kept when another replica stored something newer meanwhile, which is then learned', async () => {
    const { clock, store, stored, service, ask, after } = replicaOnVirtualClock();
    service.answer = after(100, 'older');
    store.onWrite = () => Promise.resolve('older');
    const asked = ask();
    await clock.advanceBy(50);
    const newer = stored('newer', 0);
    store.onLook = () => Promise.resolve(newer);
    await clock.advanceBy(50);
    expect(await asked).toEqual({ status: 'loaded', value: 'older' });
    await clock.settle();
    expect(await ask()).toEqual({ status: 'fresh', value: 'newer', ageMs: 50 });
  });
});

describe('a closed cache', () => {
  it('goes on in memory', async () => {
    const { cache, store, ask } = replicaOnVirtualClock();
    await cache.close();
    expect(await ask()).toMatchObject({ status: 'loaded' });
    expect(await ask()).toMatchObject({ status: 'fresh' });
    expect(store.looks).toEqual([]);
    expect(store.closed).toBe(true);
    await cache.close();
  });
});
