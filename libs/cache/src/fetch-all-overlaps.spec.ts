import { ClientGone, DeadlineExceeded } from '@bff/errors';
import { batchingLoader } from '../test/batching-loader.ts';
import { FRESH_MS, outage, replicaOnVirtualClock } from '../test/cache-fixture.ts';
import { never } from '../test/scripted-store.ts';
import type { Looked } from './shared-store.ts';

const nothing: Looked = { entry: undefined, lease: 'mine' };

/** A replica whose lookup of the key `slow` takes 20 ms, while the others answer at once. */
function withOneSlowLookup(others: () => Looked = () => nothing) {
  const parts = replicaOnVirtualClock();
  const slow = parts.answerAfter(20, () => nothing);
  parts.store.onLook = ({ name }) => (name.endsWith(':slow') ? slow() : Promise.resolve(others()));
  return parts;
}

describe('a key that others ask for as well, while one call waits for its lookups', () => {
  it('is not loaded again when its load under way fails meanwhile, which is no unhandled rejection', async () => {
    const unhandled = jest.fn();
    process.on('unhandledRejection', unhandled);
    const { clock, service, ask, askAll, failAfter } = withOneSlowLookup();
    service.answer = failAfter(10, outage);
    const alone = ask();
    await clock.settle();
    const together = askAll([{}, { key: ['slow'], load: () => Promise.resolve('own') }]);
    const settled = Promise.allSettled([alone]);
    await clock.advanceBy(20);
    expect(await settled).toMatchObject([{ reason: outage }]);
    expect(await together).toMatchObject([{ reason: outage }, { value: { status: 'loaded', value: 'own' } }]);
    expect(service.calls).toBe(1);
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('is served fresh when another has loaded it meanwhile', async () => {
    const { clock, service, ask, askAll } = withOneSlowLookup();
    const together = askAll([{}, { key: ['slow'] }]);
    await clock.advanceBy(10);
    expect(await ask()).toMatchObject({ status: 'loaded' });
    await clock.advanceBy(10);
    expect(await together).toMatchObject([{ value: { status: 'fresh', ageMs: 10 } }, { value: { status: 'loaded' } }]);
    expect(service.calls).toBe(2);
  });

  it('is loaded once for two calls that share it, whichever lookups they wait for', async () => {
    const { clock, askAll } = withOneSlowLookup();
    const { calls, load } = batchingLoader();
    const call = (ids: string[]) => askAll(ids.map((id) => ({ key: [id], load: load(id) })));
    const all = Promise.all([call(['slow', 'a', 'b']), call(['b', 'c', 'a']), call(['c', 'slow'])]);
    await clock.advanceBy(20);
    expect((await all).flat().every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(calls.flat().toSorted()).toEqual(['a', 'b', 'c', 'slow']);
  });

  it('is waited for, and loaded later, when another replica is loading it', async () => {
    const { clock, store, service, askAll } = replicaOnVirtualClock();
    store.onLook = ({ name }) =>
      Promise.resolve(name.endsWith(':theirs') ? { entry: undefined, lease: 'taken' } : nothing);
    const { calls, load } = batchingLoader();
    const asked = askAll(['a', 'theirs', 'b'].map((id) => ({ key: [id], load: load(id) })));
    await clock.advanceBy(199);
    expect(calls).toEqual([['a', 'b']]);
    await clock.advanceBy(1);
    expect(calls).toEqual([['a', 'b'], ['theirs']]);
    expect(await asked).toHaveLength(3);
    expect(service.calls).toBe(0);
  });
});

describe('a page that is over while one call waits for its lookups', () => {
  it.each([new ClientGone(), new DeadlineExceeded()])('for $name loads nothing', async (reason) => {
    const { clock, store, service, ask, askAll } = replicaOnVirtualClock();
    await ask({ key: ['kept'] });
    clock.advance(FRESH_MS);
    store.onLook = never;
    const page = new AbortController();
    const asked = askAll(['kept', 'cold'].map((id) => ({ key: [id], signal: page.signal })));
    await clock.advanceBy(10);
    page.abort(reason);
    const stale = { value: { status: 'stale', ageMs: FRESH_MS + 10, cause: reason } };
    expect(await asked).toMatchObject([reason instanceof DeadlineExceeded ? stale : { reason }, { reason }]);
    expect(clock.now()).toBe(FRESH_MS + 10);
    expect(service.calls).toBe(1);
  });

  it('was over before: what is kept is served, and Redis is not asked', async () => {
    const { clock, store, service, ask, askAll } = replicaOnVirtualClock();
    await ask({ key: ['kept'] });
    clock.advance(FRESH_MS);
    const signal = AbortSignal.abort(new DeadlineExceeded());
    const asked = askAll(['kept', 'cold'].map((id) => ({ key: [id], signal })));
    expect(await asked).toMatchObject([{ value: { status: 'stale' } }, { reason: signal.reason as unknown }]);
    expect([store.looks.length, service.calls]).toEqual([1, 1]);
  });
});

describe('a page that is over while its loads run', () => {
  it('leaves them to end when its deadline passed, and takes them along when its client left', async () => {
    const { clock, cache, service, askAll } = replicaOnVirtualClock();
    service.answer = never;
    const [late, left] = [new AbortController(), new AbortController()];
    const overdue = askAll(['a', 'b'].map((id) => ({ key: [id], signal: late.signal })));
    const abandoned = askAll(['b', 'c'].map((id) => ({ key: [id], signal: left.signal })));
    await clock.settle();
    expect(cache.snapshot().flights).toBe(3);
    left.abort(new ClientGone());
    expect(await abandoned).toMatchObject([{ reason: left.signal.reason as unknown }, { status: 'rejected' }]);
    expect(service.abandoned?.reason).toBe(left.signal.reason);
    late.abort(new DeadlineExceeded());
    expect(await overdue).toMatchObject([{ reason: late.signal.reason as unknown }, { status: 'rejected' }]);
    expect(cache.snapshot().flights).toBe(2);
    expect(clock.pendingTimers).toBe(0);
  });

  it('is one caller’s own affair when each has a signal of its own', async () => {
    const { clock, service, askAll, after } = replicaOnVirtualClock();
    service.answer = after(50, 'value');
    const leaving = new AbortController();
    const asked = askAll([{ signal: leaving.signal }, {}, { key: ['b'] }]);
    await clock.advanceBy(10);
    leaving.abort(new ClientGone());
    await clock.advanceBy(40);
    expect(await asked).toMatchObject([
      { reason: leaving.signal.reason as unknown },
      { value: { status: 'loaded' } },
      { value: { status: 'loaded' } },
    ]);
  });
});
