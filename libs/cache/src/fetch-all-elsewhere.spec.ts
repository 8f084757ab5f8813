import { ClientGone, DeadlineExceeded } from '@bff/errors';
import { batchingLoader } from '../test/batching-loader.ts';
import { failWith, outage, replicaOnVirtualClock } from '../test/cache-fixture.ts';
import { never } from '../test/scripted-store.ts';
import type { Looked } from './shared-store.ts';

const taken: Looked = { entry: undefined, lease: 'taken' };
const free: Looked = { entry: undefined, lease: 'free' };

/** A replica to which the store says of each key what the test has for it, and of any other that it is this one's to load. */
function replicaThatWaits(says: Record<string, () => Looked | Promise<Looked>>) {
  const parts = replicaOnVirtualClock();
  const { store, askAll } = parts;
  store.onLook = async ({ name }) => says[name.split(':').at(-1) ?? '']?.() ?? { entry: undefined, lease: 'mine' };
  const { calls, load } = batchingLoader();
  const call = (ids: readonly string[], signal = new AbortController().signal) =>
    askAll(ids.map((id) => ({ key: [id], signal, load: load(id) })));
  const takenUntil =
    (ms: number, then = (): Looked => free) =>
    () =>
      parts.clock.now() < ms ? taken : then();
  return { ...parts, says, calls, load, call, takenUntil };
}

const statusesOf = (settled: readonly PromiseSettledResult<{ status: string }>[]): unknown[] =>
  settled.map((each) => (each.status === 'fulfilled' ? each.value.status : each.reason));

describe('values of one call that another replica is loading', () => {
  it('are loaded in one go when their leases are over, one after another', async () => {
    const { clock, says, calls, call, takenUntil } = replicaThatWaits({ c: () => taken });
    Object.assign(says, { a: takenUntil(120), b: takenUntil(170) });
    const asked = call(['own', 'a', 'b', 'c']);
    await clock.advanceBy(199);
    expect(calls).toEqual([['own']]);
    await clock.advanceBy(1);
    expect(calls).toEqual([['own'], ['a', 'b', 'c']]);
    expect(statusesOf(await asked)).toEqual(['loaded', 'loaded', 'loaded', 'loaded']);
    expect(clock.pendingTimers).toBe(0);
  });

  it('are served at once when they come, and only the others are loaded, when the last is decided', async () => {
    const { clock, says, stored, fetches, calls, call, takenUntil } = replicaThatWaits({});
    const brought = takenUntil(50, () => stored('theirs', 0));
    Object.assign(says, { back: takenUntil(30), brought, slow: takenUntil(120), late: takenUntil(90) });
    const asked = call(['back', 'brought', 'slow', 'late']);
    await clock.advanceBy(60);
    expect(fetches).toMatchObject([{ key: ['brought'], outcome: 'fresh' }]);
    await clock.advanceBy(59);
    expect(calls).toEqual([]);
    await clock.advanceBy(11);
    expect(calls).toEqual([['back', 'slow', 'late']]);
    expect(statusesOf(await asked)).toEqual(['loaded', 'fresh', 'loaded', 'loaded']);
  });

  it('are not loaded when they have come and are no longer fresh by the time that the others are decided', async () => {
    const { clock, says, stored, calls, load, askAll, takenUntil } = replicaThatWaits({ slow: () => taken });
    says['brought'] = takenUntil(50, () => stored('theirs', 0));
    const asked = askAll([
      { key: ['brought'], freshMs: 100, load: load('brought') },
      { key: ['slow'], load: load('slow') },
    ]);
    await clock.advanceBy(200);
    expect(calls).toEqual([['slow']]);
    expect(statusesOf(await asked)).toEqual(['fresh', 'loaded']);
  });

  it('are loaded in one go when the shared store stops answering; what it says late is served', async () => {
    const { clock, says, stored, answerAfter, calls, call } = replicaThatWaits({});
    const late = answerAfter(30, () => stored('theirs', 0));
    const until50 = (then: () => Promise<Looked>) => () => (clock.now() < 50 ? taken : then());
    Object.assign(says, { a: until50(never), b: until50(never), late: until50(late), slow: () => taken });
    const asked = call(['a', 'late', 'b', 'slow']);
    await clock.advanceBy(200);
    expect(calls).toEqual([['a', 'b', 'slow']]);
    expect(statusesOf(await asked)).toEqual(['loaded', 'fresh', 'loaded', 'loaded']);
  });

  it('are settled each on its own', async () => {
    const unhandled = jest.fn();
    process.on('unhandledRejection', unhandled);
    const { clock, says, load, askAll, takenUntil } = replicaThatWaits({ a: () => taken });
    says['b'] = takenUntil(50);
    const asked = askAll([
      { key: ['a'], load: load('a') },
      { key: ['b'], load: failWith(outage) },
    ]);
    await clock.advanceBy(200);
    expect(statusesOf(await asked)).toEqual(['loaded', outage]);
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});

describe('a caller that leaves while one call waits for another replica', () => {
  it('leaves the others alone: its value is not loaded, and they wait no longer for it', async () => {
    const { clock, cache, says, calls, load, askAll, takenUntil } = replicaThatWaits({ left: () => taken });
    Object.assign(says, { a: takenUntil(30), b: takenUntil(40) });
    const leaving = new AbortController();
    const asked = askAll([
      { key: ['left'], signal: leaving.signal, load: load('left') },
      ...['a', 'b'].map((id) => ({ key: [id], load: load(id) })),
    ]);
    await clock.advanceBy(60);
    expect(calls).toEqual([]);
    leaving.abort(new ClientGone());
    await clock.advanceBy(15);
    expect(calls).toEqual([['a', 'b']]);
    expect(statusesOf(await asked)).toEqual([leaving.signal.reason, 'loaded', 'loaded']);
    expect([cache.snapshot().flights, clock.pendingTimers]).toEqual([0, 0]);
  });

  it('loads nothing when its client has gone', async () => {
    const { clock, cache, calls, call } = replicaThatWaits({ a: () => taken, b: () => taken });
    const leaving = new AbortController();
    const asked = call(['a', 'b'], leaving.signal);
    await clock.advanceBy(60);
    leaving.abort(new ClientGone());
    expect(statusesOf(await asked)).toEqual([leaving.signal.reason, leaving.signal.reason]);
    await clock.advanceBy(200);
    expect([calls, cache.snapshot().flights]).toEqual([[], 0]);
  });

  it('is not waited for, and has its values loaded for those who ask next, when its deadline has passed', async () => {
    const { clock, calls, call, ask } = replicaThatWaits({ a: () => taken, b: () => taken });
    const page = new AbortController();
    const asked = call(['a', 'b'], page.signal);
    await clock.advanceBy(60);
    page.abort(new DeadlineExceeded());
    expect(statusesOf(await asked)).toEqual([page.signal.reason, page.signal.reason]);
    await clock.advanceBy(140);
    expect(calls).toEqual([['a', 'b']]);
    expect(await ask({ key: ['b'] })).toMatchObject({ status: 'fresh' });
  });
});

describe('others that ask for what one call waits for', () => {
  it('are served by its load, or by what the other replica brings', async () => {
    const { clock, says, stored, service, calls, call, ask, takenUntil } = replicaThatWaits({ b: () => taken });
    Object.assign(says, { a: takenUntil(30), brought: takenUntil(100, () => stored('theirs', 0)) });
    const asked = call(['a', 'b', 'brought']);
    await clock.advanceBy(60);
    const alone = [ask({ key: ['a'] }), ask({ key: ['brought'] })];
    await clock.advanceBy(139);
    expect(await alone[1]).toMatchObject({ status: 'fresh', value: 'theirs' });
    expect(calls).toEqual([]);
    await clock.advanceBy(1);
    expect(await alone[0]).toMatchObject({ status: 'loaded', value: 'a loaded' });
    expect(statusesOf(await asked)).toEqual(['loaded', 'loaded', 'fresh']);
    expect([service.calls, calls]).toEqual([0, [['a', 'b']]]);
  });

  it('get each key from one load when they are calls that share them crosswise, after one lease', async () => {
    const { clock, says, calls, call } = replicaThatWaits({});
    for (const id of ['a', 'b', 'c']) says[id] = () => taken;
    const all = Promise.all([call(['a', 'b']), call(['b', 'c']), call(['c', 'a'])]);
    await clock.advanceBy(200);
    expect((await all).flatMap(statusesOf)).toEqual(Array.from({ length: 6 }, () => 'loaded'));
    expect(calls.flat()).toEqual(['a', 'b', 'c']);
  });

  it('have it loaded once when they join while it waits, and its caller leaves', async () => {
    const { clock, calls, call, ask } = replicaThatWaits({ a: () => taken, b: () => taken });
    const leaving = new AbortController();
    const asked = call(['a', 'b'], leaving.signal);
    await clock.advanceBy(60);
    const alone = ask({ key: ['b'] });
    leaving.abort(new ClientGone());
    await asked;
    await clock.advanceBy(140);
    expect(await alone).toMatchObject({ status: 'loaded', value: 'b loaded' });
    expect(calls).toEqual([['b']]);
  });
});
