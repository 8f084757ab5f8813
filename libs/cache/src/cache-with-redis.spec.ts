import { ClientGone, DeadlineExceeded, DownstreamError } from '@bff/errors';
import { FRESH_MS, STALE_MS, cacheOnVirtualClock, failWith } from '../test/cache-fixture.ts';
import { ScriptedStore, never } from '../test/scripted-store.ts';
import { encode } from './codec.ts';
import type { Looked } from './shared-store.ts';

const outage = new DownstreamError('DOWNSTREAM_UNAVAILABLE', { service: 'inventory', operation: 'stock' });

/** A replica, and a shared store that answers as the test says. */
function replica() {
  const store = new ScriptedStore();
  const parts = cacheOnVirtualClock(store);
  const { clock } = parts;
  /** What the store says when another replica has stored a value `ageMs` ago. */
  const stored = (value: unknown, ageMs: number, lease: Looked['lease'] = 'free'): Looked => ({
    entry: { version: { at: clock.wallTime() - ageMs, tie: 1 }, payload: encode(value), keepMs: 100_000 },
    lease,
  });
  const answerAfter = (ms: number, looked: () => Looked) => () =>
    new Promise<Looked>((resolve) => clock.setTimer(ms, () => resolve(looked())));
  return { ...parts, store, stored, answerAfter };
}

describe('a value that another replica has stored', () => {
  it('is served fresh, with its age by the wall clock, and then from memory', async () => {
    const { clock, store, stored, service, ask } = replica();
    store.onLook = () => Promise.resolve(stored('theirs', 3_000));
    expect(await ask()).toEqual({ status: 'fresh', value: 'theirs', ageMs: 3_000 });
    clock.advance(1_000);
    expect(await ask()).toEqual({ status: 'fresh', value: 'theirs', ageMs: 4_000 });
    expect(store.looks).toHaveLength(1);
    expect(service.calls).toBe(0);
  });

  it('is never younger than nothing, when the other clock is ahead', async () => {
    const { clock, store, stored, ask } = replica();
    store.onLook = () => Promise.resolve(stored('theirs', -900));
    expect(await ask()).toEqual({ status: 'fresh', value: 'theirs', ageMs: 0 });
    clock.advance(500);
    expect(await ask()).toEqual({ status: 'fresh', value: 'theirs', ageMs: 500 });
  });

  it('is not believed when it is dated ahead by more than clocks differ', async () => {
    const { clock, store, stored, service, ask } = replica();
    store.onLook = () => Promise.resolve(stored('theirs', -1_001));
    expect(await ask()).toEqual({ status: 'loaded', value: 'value' });
    service.answer = failWith(outage);
    clock.advance(FRESH_MS);
    expect(await ask()).toMatchObject({ status: 'stale', value: 'value' });
  });

  it('stands in when the load fails', async () => {
    const { store, stored, service, ask } = replica();
    store.onLook = () => Promise.resolve(stored('theirs', 20_000));
    service.answer = failWith(outage);
    expect(await ask()).toEqual({ status: 'stale', value: 'theirs', ageMs: 20_000, cause: outage });
  });

  it('stands in when the shared store is gone too, as this process has seen it', async () => {
    const { clock, store, stored, service, ask } = replica();
    store.onLook = () => Promise.resolve(stored('theirs', 0));
    await ask();
    clock.advance(FRESH_MS);
    store.connected = false;
    service.answer = failWith(outage);
    expect(await ask()).toMatchObject({ status: 'stale', value: 'theirs', ageMs: FRESH_MS });
  });

  it('takes the place of an older one of this replica', async () => {
    const { clock, store, stored, ask } = replica();
    await ask();
    clock.advance(FRESH_MS);
    store.onLook = () => Promise.resolve(stored('newer', 5));
    expect(await ask()).toEqual({ status: 'fresh', value: 'newer', ageMs: 5 });
  });

  it('does not take the place of a newer one', async () => {
    const { clock, store, stored, service, ask } = replica();
    await ask();
    clock.advance(FRESH_MS);
    store.onLook = () => Promise.resolve(stored('older', FRESH_MS + 1));
    service.answer = failWith(outage);
    expect(await ask()).toMatchObject({ status: 'stale', value: 'value', ageMs: FRESH_MS });
  });

  it('is a miss when it cannot be decoded', async () => {
    const { store, ask, stored, refused } = replica();
    const looked = stored('theirs', 0);
    if (typeof looked.entry !== 'object') throw new Error('the fixture has an entry');
    const entry = { ...looked.entry, payload: 'written by another codec' };
    store.onLook = () => Promise.resolve({ entry, lease: 'free' });
    expect(await ask()).toEqual({ status: 'loaded', value: 'value' });
    expect(refused).toHaveLength(1);
  });

  it('is gone here too when another replica was told that it is', async () => {
    const { clock, store, service, ask } = replica();
    await ask();
    clock.advance(FRESH_MS);
    const removal = { version: { at: clock.wallTime(), tie: 1 }, payload: undefined, keepMs: 1_000 };
    store.onLook = () => Promise.resolve({ entry: removal, lease: 'mine' });
    service.answer = failWith(outage);
    await expect(ask()).rejects.toBe(outage);
  });

  it('is not sent again when it is known', async () => {
    const { clock, store, stored, service, ask } = replica();
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

describe('a shared store that hangs', () => {
  it('makes a page 25 ms later, no more', async () => {
    const { clock, store, service, ask, after } = replica();
    store.onLook = never;
    service.answer = after(30, 'value');
    const asked = ask();
    await clock.advanceBy(24);
    expect(service.calls).toBe(0);
    await clock.advanceBy(1);
    expect(service.calls).toBe(1);
    await clock.advanceBy(30);
    expect(await asked).toEqual({ status: 'loaded', value: 'value' });
    expect(clock.pendingTimers).toBe(0);
  });

  it('makes a page 25 ms later in all, though it has sections that follow one another', async () => {
    const { clock, store, service, ask } = replica();
    store.onLook = never;
    const { signal } = new AbortController();
    const order = ask({ key: ['order'], signal });
    await clock.advanceBy(25);
    await order;
    const stock = ask({ key: ['stock'], signal });
    await clock.settle();
    expect(await stock).toMatchObject({ status: 'loaded' });
    expect(clock.now()).toBe(25);
    expect(service.calls).toBe(2);
  });

  it('leaves a page what remains of its 25 ms', async () => {
    const { clock, store, stored, answerAfter, ask } = replica();
    const { signal } = new AbortController();
    store.onLook = answerAfter(20, () => stored('theirs', 0));
    const order = ask({ key: ['order'], signal });
    await clock.advanceBy(20);
    expect(await order).toMatchObject({ status: 'fresh' });
    const stock = ask({ key: ['stock'], signal });
    await clock.advanceBy(5);
    expect(await stock).toMatchObject({ status: 'loaded' });
  });

  it('is asked once by a thousand callers', async () => {
    const { clock, store, service, ask } = replica();
    store.onLook = never;
    const asked = Array.from({ length: 1_000 }, () => ask());
    await clock.advanceBy(25);
    await Promise.all(asked);
    expect(store.looks).toHaveLength(1);
    expect(service.calls).toBe(1);
  });

  it('is learned from when it answers too late', async () => {
    const { clock, store, stored, answerAfter, service, ask, failAfter } = replica();
    store.onLook = answerAfter(40, () => stored('theirs', 20_000));
    service.answer = failAfter(50, outage);
    const asked = ask();
    await clock.advanceBy(75);
    expect(await asked).toMatchObject({ status: 'stale', value: 'theirs' });
  });

  it('does not hold a caller that leaves meanwhile', async () => {
    const { clock, store, service, ask } = replica();
    store.onLook = never;
    const leaving = new AbortController();
    const asked = ask({ signal: leaving.signal });
    leaving.abort(new ClientGone());
    await expect(asked).rejects.toBeInstanceOf(ClientGone);
    expect(clock.now()).toBe(0);
    expect(service.calls).toBe(0);
  });
});

describe('a value that is never fresh', () => {
  it('is loaded at once; the shared store is asked meanwhile, for when that fails', async () => {
    const { clock, store, stored, answerAfter, service, ask } = replica();
    store.onLook = answerAfter(10, () => stored('theirs', 20_000));
    service.answer = failWith(outage);
    const asked = ask({ freshMs: 0 });
    await clock.settle();
    expect(service.calls).toBe(1);
    await clock.advanceBy(10);
    expect(await asked).toEqual({ status: 'stale', value: 'theirs', ageMs: 20_000, cause: outage });
  });

  it('is waited for 25 ms at most when the load has failed', async () => {
    const { clock, store, service, ask } = replica();
    store.onLook = never;
    service.answer = failWith(outage);
    const asked = ask({ freshMs: 0 });
    const settled = Promise.allSettled([asked]);
    await clock.advanceBy(25);
    expect(await settled).toMatchObject([{ reason: outage }]);
  });

  it('takes no lease: those who would wait for it could not use it', async () => {
    const { store, ask } = replica();
    await ask({ freshMs: 0 });
    expect(store.looks.map(({ lease }) => lease)).toEqual([undefined]);
  });

  it('and never stale is not asked for', async () => {
    const { store, ask } = replica();
    await ask({ freshMs: 0, staleIfErrorMs: 0 });
    expect(store.looks).toEqual([]);
    expect(store.writes).toEqual([]);
  });
});

describe('a value that another replica is loading', () => {
  const taken: Looked = { entry: undefined, lease: 'taken' };

  it('is waited for instead of loaded', async () => {
    const { clock, store, stored, service, ask } = replica();
    store.onLook = () => Promise.resolve(clock.now() < 50 ? taken : stored('theirs', 10));
    const asked = ask();
    await clock.advanceBy(60);
    expect(await asked).toMatchObject({ status: 'fresh', value: 'theirs' });
    expect(service.calls).toBe(0);
    // Every 10 ms, and never with another try to take the lease.
    expect(store.looks.length).toBeLessThan(8);
    expect(store.looks.slice(1).every(({ lease }) => lease === undefined)).toBe(true);
  });

  it('is loaded here when the lease is over', async () => {
    const { clock, store, service, ask } = replica();
    store.onLook = () => Promise.resolve(taken);
    const asked = ask();
    await clock.advanceBy(199);
    expect(service.calls).toBe(0);
    await clock.advanceBy(1);
    expect(await asked).toMatchObject({ status: 'loaded' });
  });

  it('is loaded here as soon as the other one has given up', async () => {
    const { clock, store, service, ask } = replica();
    store.onLook = () => Promise.resolve(clock.now() < 50 ? taken : { entry: undefined, lease: 'free' });
    const asked = ask();
    await clock.advanceBy(60);
    expect(await asked).toMatchObject({ status: 'loaded' });
    expect(service.calls).toBe(1);
  });

  it('is loaded here when the shared store stops answering', async () => {
    const { clock, store, service, ask } = replica();
    store.onLook = () => (clock.now() < 50 ? Promise.resolve(taken) : never());
    const asked = ask();
    await clock.advanceBy(50 + 10 + 25);
    expect(await asked).toMatchObject({ status: 'loaded' });
    expect(service.calls).toBe(1);
  });

  it('is waited for no longer than the caller has time', async () => {
    const { clock, store, service, ask } = replica();
    await ask();
    clock.advance(FRESH_MS);
    service.calls = 0;
    store.onLook = () => Promise.resolve(taken);
    const page = new AbortController();
    const asked = ask({ signal: page.signal });
    await clock.advanceBy(100);
    page.abort(new DeadlineExceeded());
    expect(await asked).toMatchObject({ status: 'stale', value: 'value' });
    expect(service.calls).toBe(0);
  });

  it('is waited for once by a thousand callers, and each gets it', async () => {
    const { clock, store, stored, service, ask } = replica();
    store.onLook = () => Promise.resolve(clock.now() < 20 ? taken : stored('theirs', 0));
    const asked = Array.from({ length: 1_000 }, () => ask());
    await clock.advanceBy(30);
    expect((await Promise.all(asked)).every(({ status }) => status === 'fresh')).toBe(true);
    expect(store.looks.length).toBeLessThan(5);
    expect(service.calls).toBe(0);
  });

  it('is loaded by a caller for whom it comes too old', async () => {
    const { clock, store, stored, service, ask } = replica();
    store.onLook = () => Promise.resolve(clock.now() < 20 ? taken : stored('theirs', 5_000));
    const asked = [ask(), ask({ freshMs: 1_000 })];
    await clock.advanceBy(400);
    expect(await Promise.all(asked)).toMatchObject([{ status: 'fresh' }, { status: 'loaded' }]);
    expect(service.calls).toBe(1);
  });
});

describe('a caller that comes while the load runs', () => {
  it('asks the shared store nothing: that was done before the load', async () => {
    const { clock, store, service, ask, after } = replica();
    service.answer = after(50, 'value');
    const first = ask();
    await clock.advanceBy(10);
    store.onLook = never;
    const second = ask();
    await clock.advanceBy(40);
    expect(await Promise.all([first, second])).toMatchObject([{ status: 'loaded' }, { status: 'loaded' }]);
    expect(store.looks).toHaveLength(1);
  });
});

describe('what a load leaves in the shared store', () => {
  it('is the value, dated by the beginning of its load, for what remains of its time', async () => {
    const { clock, store, service, ask, after } = replica();
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
    const { store, service, ask } = replica();
    service.answer = failWith(new DownstreamError('NOT_FOUND', { service: 'order', operation: 'byId' }));
    await expect(ask()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(store.writes).toMatchObject([{ entry: { payload: undefined }, keepMs: 60_000 }]);
  });

  it('is nothing but the lease given back, after a failure or a value that cannot be kept', async () => {
    const { store, service, ask } = replica();
    service.answer = failWith(outage);
    await expect(ask()).rejects.toBe(outage);
    service.answer = () => Promise.resolve(Number.NaN);
    await ask();
    expect(store.writes).toEqual([]);
    expect(store.released).toEqual(['app/1:section', 'app/1:section']);
  });

  it('is not waited for', async () => {
    const { store, ask } = replica();
    store.onWrite = never;
    expect(await ask()).toMatchObject({ status: 'loaded' });
  });

  it('is not kept when another replica stored something newer meanwhile, which is then learned', async () => {
    const { clock, store, stored, service, ask, after } = replica();
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
    const { cache, store, ask } = replica();
    await cache.close();
    expect(await ask()).toMatchObject({ status: 'loaded' });
    expect(await ask()).toMatchObject({ status: 'fresh' });
    expect(store.looks).toEqual([]);
    expect(store.closed).toBe(true);
    await cache.close();
  });
});
