import { ClientGone } from '@bff/errors';
import { failWith, outage, replicaOnVirtualClock } from '../test/cache-fixture.ts';
import { never } from '../test/scripted-store.ts';
import type { Looked } from './shared-store.ts';

describe('a shared store that hangs', () => {
  it('makes a page 25 ms later, no more', async () => {
    const { clock, store, service, ask, after } = replicaOnVirtualClock();
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
    const { clock, store, service, ask } = replicaOnVirtualClock();
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
    const { clock, store, stored, answerAfter, ask } = replicaOnVirtualClock();
    const { signal } = new AbortController();
    store.onLook = answerAfter(20, () => stored('theirs', 0));
    const order = ask({ key: ['order'], signal });
    await clock.advanceBy(20);
    expect(await order).toMatchObject({ status: 'fresh' });
    const stock = ask({ key: ['stock'], signal });
    await clock.advanceBy(5);
    expect(await stock).toMatchObject({ status: 'loaded' });
  });

  it('is believed when it answered in time and this process was too busy to read it', async () => {
    const { clock, store, stored, answerAfter, service, ask } = replicaOnVirtualClock();
    const { signal } = new AbortController();
    store.onLook = answerAfter(5, () => stored('theirs', 0));
    const order = ask({ key: ['order'], signal });
    await clock.advanceBy(5);
    await order;
    const answering = Promise.withResolvers<Looked>();
    store.onLook = () => answering.promise;
    const stock = ask({ key: ['stock'], signal });
    // The timer fires first, as Node has it after a busy spell; then what has come in is read.
    setImmediate(() => answering.resolve(stored('theirs', 0)));
    clock.advance(20);
    expect(await stock).toMatchObject({ status: 'fresh' });
    expect(service.calls).toBe(0);
  });

  it('is asked once by a thousand callers', async () => {
    const { clock, store, service, ask } = replicaOnVirtualClock();
    store.onLook = never;
    const asked = Array.from({ length: 1_000 }, () => ask());
    await clock.advanceBy(25);
    await Promise.all(asked);
    expect(store.looks).toHaveLength(1);
    expect(service.calls).toBe(1);
  });

  it('is learned from when it answers too late', async () => {
    const { clock, store, stored, answerAfter, service, ask, failAfter } = replicaOnVirtualClock();
    store.onLook = answerAfter(40, () => stored('theirs', 20_000));
    service.answer = failAfter(50, outage);
    const asked = ask();
    await clock.advanceBy(75);
    expect(await asked).toMatchObject({ status: 'stale', value: 'theirs' });
  });

  it('does not hold a caller that leaves meanwhile', async () => {
    const { clock, store, service, ask } = replicaOnVirtualClock();
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
    const { clock, store, stored, answerAfter, service, ask } = replicaOnVirtualClock();
    store.onLook = answerAfter(10, () => stored('theirs', 20_000));
    service.answer = failWith(outage);
    const asked = ask({ freshMs: 0 });
    await clock.settle();
    expect(service.calls).toBe(1);
    await clock.advanceBy(10);
    expect(await asked).toEqual({ status: 'stale', value: 'theirs', ageMs: 20_000, cause: outage });
  });

  it('is waited for 25 ms at most when the load has failed', async () => {
    const { clock, store, service, ask } = replicaOnVirtualClock();
    store.onLook = never;
    service.answer = failWith(outage);
    const asked = ask({ freshMs: 0 });
    const settled = Promise.allSettled([asked]);
    await clock.advanceBy(25);
    expect(await settled).toMatchObject([{ reason: outage }]);
  });

  it('takes no lease: those who would wait for it could not use it', async () => {
    const { store, ask } = replicaOnVirtualClock();
    await ask({ freshMs: 0 });
    expect(store.looks.map(({ lease }) => lease)).toEqual([undefined]);
  });

  it('and never stale is not asked for', async () => {
    const { store, ask } = replicaOnVirtualClock();
    await ask({ freshMs: 0, staleIfErrorMs: 0 });
    expect(store.looks).toEqual([]);
    expect(store.writes).toEqual([]);
  });
});

describe('a caller that comes while the load runs', () => {
  it('asks the shared store nothing: that was done before the load', async () => {
    const { clock, store, service, ask, after } = replicaOnVirtualClock();
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
