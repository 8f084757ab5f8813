import { DeadlineExceeded } from '@bff/errors';
import { FRESH_MS, replicaOnVirtualClock } from '../test/cache-fixture.ts';
import { never } from '../test/scripted-store.ts';
import type { Looked } from './shared-store.ts';

describe('a value that another replica is loading', () => {
  const taken: Looked = { entry: undefined, lease: 'taken' };

  it('is waited for instead of loaded', async () => {
    const { clock, store, stored, service, ask } = replicaOnVirtualClock();
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
    const { clock, store, service, ask } = replicaOnVirtualClock();
    store.onLook = () => Promise.resolve(taken);
    const asked = ask();
    await clock.advanceBy(199);
    expect(service.calls).toBe(0);
    await clock.advanceBy(1);
    expect(await asked).toMatchObject({ status: 'loaded' });
  });

  it('is loaded here as soon as the other one has given up', async () => {
    const { clock, store, service, ask } = replicaOnVirtualClock();
    store.onLook = () => Promise.resolve(clock.now() < 50 ? taken : { entry: undefined, lease: 'free' });
    const asked = ask();
    await clock.advanceBy(60);
    expect(await asked).toMatchObject({ status: 'loaded' });
    expect(service.calls).toBe(1);
  });

  it('is loaded here when the shared store stops answering', async () => {
    const { clock, store, service, ask } = replicaOnVirtualClock();
    store.onLook = () => (clock.now() < 50 ? Promise.resolve(taken) : never());
    const asked = ask();
    await clock.advanceBy(50 + 10 + 25);
    expect(await asked).toMatchObject({ status: 'loaded' });
    expect(service.calls).toBe(1);
  });

  it('is waited for no longer than the caller has time', async () => {
    const { clock, store, service, ask } = replicaOnVirtualClock();
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
    const { clock, store, stored, service, ask } = replicaOnVirtualClock();
    store.onLook = () => Promise.resolve(clock.now() < 20 ? taken : stored('theirs', 0));
    const asked = Array.from({ length: 1_000 }, () => ask());
    await clock.advanceBy(30);
    expect((await Promise.all(asked)).every(({ status }) => status === 'fresh')).toBe(true);
    expect(store.looks.length).toBeLessThan(5);
    expect(service.calls).toBe(0);
  });

  it('is loaded by a caller for whom it comes too old', async () => {
    const { clock, store, stored, service, ask } = replicaOnVirtualClock();
    store.onLook = () => Promise.resolve(clock.now() < 20 ? taken : stored('theirs', 5_000));
    const asked = [ask(), ask({ freshMs: 1_000 })];
    await clock.advanceBy(400);
    expect(await Promise.all(asked)).toMatchObject([{ status: 'fresh' }, { status: 'loaded' }]);
    expect(service.calls).toBe(1);
  });
});
