import { batchingLoader } from '../test/batching-loader.ts';
import { FRESH_MS, cacheOnVirtualClock, failWith, outage, replicaOnVirtualClock } from '../test/cache-fixture.ts';
import { never } from '../test/scripted-store.ts';

describe('values that are fetched together', () => {
  it('come in the order of the requests, each settled on its own', async () => {
    const { clock, ask, askAll, after } = cacheOnVirtualClock();
    await ask({ key: ['stale'] });
    clock.advance(FRESH_MS);
    await ask({ key: ['fresh'] });
    const asked = askAll([
      { key: ['slow'], load: after(50, 'slow') },
      { key: ['failing'], load: failWith(outage) },
      { key: ['fresh'] },
      { key: ['stale'], load: failWith(outage) },
      { key: ['fast'], load: () => Promise.resolve('fast') },
    ]);
    await clock.advanceBy(50);
    expect(await asked).toEqual([
      { status: 'fulfilled', value: { status: 'loaded', value: 'slow' } },
      { status: 'rejected', reason: outage },
      { status: 'fulfilled', value: { status: 'fresh', value: 'value', ageMs: 0 } },
      { status: 'fulfilled', value: { status: 'stale', value: 'value', ageMs: FRESH_MS, cause: outage } },
      { status: 'fulfilled', value: { status: 'loaded', value: 'fast' } },
    ]);
  });

  it('are none when none is asked for', async () => {
    expect(await cacheOnVirtualClock().askAll([])).toEqual([]);
  });

  it('never reject as a whole, also when a request is none', async () => {
    const { askAll } = cacheOnVirtualClock();
    const noText = undefined as unknown as string;
    expect(await askAll([{ key: [noText] }, { key: ['b'] }])).toMatchObject([
      { status: 'rejected', reason: expect.any(TypeError) as unknown },
      { value: { status: 'loaded' } },
    ]);
  });

  it('share a load when they have one key, and are a copy each', async () => {
    const { store, service, askAll } = replicaOnVirtualClock();
    service.answer = () => Promise.resolve({ lines: [1] });
    const [one, other] = await askAll([{}, {}]);
    expect(service.calls).toBe(1);
    expect(store.looks).toHaveLength(1);
    expect(one).toEqual({ status: 'fulfilled', value: { status: 'loaded', value: { lines: [1] } } });
    expect(other).toEqual(one);
    const valueOf = (settled: typeof one) => (settled?.status === 'fulfilled' ? settled.value.value : undefined);
    expect(valueOf(other)).not.toBe(valueOf(one));
  });

  it('are told to the observer one by one', async () => {
    const { ask, askAll, fetches } = cacheOnVirtualClock();
    await ask({ key: ['a'] });
    await askAll([{ key: ['a'] }, { key: ['b'], load: failWith(outage) }, { key: ['c'] }]);
    expect(fetches.slice(1).map(({ key, outcome }) => `${key.join('/')} ${outcome}`)).toEqual([
      'a fresh',
      'b failed',
      'c loaded',
    ]);
  });

  it('are all written to the shared store, 300 of them that were cold', async () => {
    const { clock, store, askAll, written } = replicaOnVirtualClock();
    store.onWrite = never;
    await askAll(Array.from({ length: 300 }, (_, index) => ({ key: [`${index}`] })));
    await clock.settle();
    expect(store.writes).toHaveLength(300);
    expect(written.filter(({ outcome }) => outcome === 'dropped')).toEqual([]);
  });
});

describe('the loads of values that are fetched together', () => {
  it('have all been started when the call returns, in memory alone', async () => {
    const { ask, askAll } = cacheOnVirtualClock();
    await ask({ key: ['b'] });
    const { calls, load } = batchingLoader();
    const asked = askAll(['a', 'b', 'c'].map((id) => ({ key: [id], load: load(id) })));
    expect(calls).toEqual([['a', 'c']]);
    await asked;
  });

  it('are started in one go when the last lookup has answered', async () => {
    const { clock, store, stored, answerAfter, askAll } = replicaOnVirtualClock();
    const nothing = { entry: undefined, lease: 'mine' } as const;
    const answers = [
      answerAfter(9, () => nothing),
      answerAfter(3, () => stored('theirs', 0)),
      answerAfter(12, () => nothing),
      () => Promise.resolve(nothing),
      () => Promise.reject(new Error('broken')),
    ];
    store.onLook = () => answers.shift()?.() ?? never();
    const { calls, load } = batchingLoader();
    const asked = askAll(['a', 'b', 'c', 'd', 'e'].map((id) => ({ key: [id], load: load(id) })));
    await clock.advanceBy(11);
    expect(calls).toEqual([]);
    await clock.advanceBy(1);
    expect(calls).toEqual([['a', 'c', 'd', 'e']]);
    const statuses = (await asked).map((settled) => settled.status === 'fulfilled' && settled.value.status);
    expect(statuses).toEqual(['loaded', 'fresh', 'loaded', 'loaded', 'loaded']);
    expect(clock.pendingTimers).toBe(0);
  });

  it('are started after 25 ms at the latest; what answers later is learned all the same', async () => {
    const { clock, store, stored, answerAfter, ask, askAll } = replicaOnVirtualClock();
    const late = answerAfter(40, () => stored('theirs', 0));
    store.onLook = ({ name }) => (name.endsWith(':late') ? late() : never());
    const { calls, load } = batchingLoader(never);
    void askAll(['a', 'late', 'b'].map((id) => ({ key: [id], load: load(id) })));
    await clock.advanceBy(24);
    expect(calls).toEqual([]);
    await clock.advanceBy(1);
    expect(calls).toEqual([['a', 'late', 'b']]);
    await clock.advanceBy(15);
    expect(await ask({ key: ['late'] })).toMatchObject({ status: 'fresh', value: 'theirs' });
  });

  it('wait no longer than their page still may', async () => {
    const { clock, store, askAll } = replicaOnVirtualClock();
    store.onLook = never;
    const { signal } = new AbortController();
    const { calls, load } = batchingLoader();
    const first = askAll([{ key: ['a'], signal, load: load('a') }]);
    await clock.advanceBy(25);
    await first;
    await askAll(['b', 'c'].map((id) => ({ key: [id], signal, load: load(id) })));
    expect(clock.now()).toBe(25);
    expect(calls).toEqual([['a'], ['b', 'c']]);
  });

  it('are those of values that are never fresh as well', async () => {
    const { clock, store, answerAfter, askAll } = replicaOnVirtualClock();
    store.onLook = answerAfter(10, () => ({ entry: undefined, lease: 'mine' }));
    const { calls, load } = batchingLoader();
    const asked = askAll([
      { key: ['a'], freshMs: 0, load: load('a') },
      { key: ['b'], load: load('b') },
    ]);
    await clock.advanceBy(10);
    await asked;
    expect(calls).toEqual([['a', 'b']]);
  });

  it('are not held up by Redis when no value is ever fresh', async () => {
    const { store, askAll } = replicaOnVirtualClock();
    store.onLook = never;
    const { calls, load } = batchingLoader();
    const asked = askAll(['a', 'b'].map((id) => ({ key: [id], freshMs: 0, load: load(id) })));
    expect(calls).toEqual([['a', 'b']]);
    await asked;
  });
});
