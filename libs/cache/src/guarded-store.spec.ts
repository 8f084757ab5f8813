import { VirtualClock } from '@bff/testing';
import { ScriptedStore, never } from '../test/scripted-store.ts';
import { guardObserver } from './guarded-observer.ts';
import { GuardedStore } from './guarded-store.ts';
import type { Looked } from './shared-store.ts';

function guarded() {
  const clock = new VirtualClock();
  const store = new ScriptedStore();
  const outcomes: string[] = [];
  const writes: string[] = [];
  const nodes: string[] = [];
  const learned: Looked[] = [];
  const guard = new GuardedStore({
    store,
    clock,
    observer: guardObserver({
      redisLookedUp: ({ outcome, durationMs }) => outcomes.push(`${outcome} ${durationMs}`),
      storeWritten: ({ outcome }) => writes.push(outcome),
    }),
    nodeChanged: (node, state) => nodes.push(`${node} ${state}`),
    answered: (_request, looked) => learned.push(looked),
  });
  const look = (name = 'a') => guard.look({ name, known: undefined, lease: undefined });
  const write = (name = 'a', payload = 'j1') =>
    guard.write(name, { version: { at: 1, tie: 1 }, payload }, 1000, () => {});
  return { clock, store, guard, look, write, outcomes, writes, nodes, learned };
}

const found: Looked = { entry: { version: { at: 1, tie: 1 }, payload: 'j1', keepMs: 1000 }, lease: 'free' };
const broken = () => Promise.reject(new Error('broken'));

describe('a lookup', () => {
  it('gives what the store says', async () => {
    const { store, look, outcomes } = guarded();
    store.onLook = () => Promise.resolve(found);
    expect(await look()).toBe(found);
    expect(outcomes).toEqual(['found 0']);
  });

  it('is given up after 25 ms, and the late answer is still learned from', async () => {
    const { clock, store, look, outcomes, learned } = guarded();
    store.onLook = () => new Promise((resolve) => clock.setTimer(40, () => resolve(found)));
    let answer: Looked | undefined | 'waiting' = 'waiting';
    void look().then((looked) => (answer = looked));
    await clock.advanceBy(24);
    expect(answer).toBe('waiting');
    await clock.advanceBy(1);
    expect(answer).toBeUndefined();
    expect(outcomes).toEqual(['timeout 25']);
    await clock.advanceBy(15);
    expect(learned).toEqual([found]);
  });

  it('counts an answer that was there while this process was too busy to read it', async () => {
    const { clock, store, look, outcomes } = guarded();
    const answering = Promise.withResolvers<Looked>();
    store.onLook = () => answering.promise;
    const looked = look();
    // The timer fires first, as Node has it after a busy spell; then what has come in is read.
    clock.advance(30);
    answering.resolve(found);
    expect(await looked).toBe(found);
    expect(outcomes).toEqual(['found 30']);
  });

  it.each([
    ['rejects', broken],
    [
      'throws',
      () => {
        throw new Error('broken');
      },
    ],
  ])('never fails, when the store %s', async (_how, onLook) => {
    const { store, look, outcomes } = guarded();
    store.onLook = onLook;
    expect(await look()).toBeUndefined();
    expect(outcomes).toEqual(['error 0']);
  });

  it('leaves no timer behind', async () => {
    const { clock, look } = guarded();
    await look();
    expect(clock.pendingTimers).toBe(0);
  });

  it('is not made while there is no connection, which is no failure of the node', async () => {
    const { store, look, outcomes } = guarded();
    store.connected = false;
    for (let time = 0; time < 5; time += 1) await look();
    store.connected = true;
    await look();
    expect(store.looks).toHaveLength(1);
    expect(outcomes.slice(-2)).toEqual(['skipped 0', 'missing 0']);
  });

  it('is not made when too many are under way, also such as nobody waits for any more', async () => {
    const { clock, store, look, outcomes, guard } = guarded();
    store.onNodeOf = (name) => name;
    store.onLook = never;
    for (let index = 0; index < 1024; index += 1) void look(`key ${index}`);
    await clock.advanceBy(30);
    expect(guard.snapshot.lookupsInFlight).toBe(1024);
    expect(await look('one more')).toBeUndefined();
    expect(outcomes.at(-1)).toBe('overloaded 0');
  });
});

describe('a store that hangs', () => {
  it('makes three lookups late, and none after that for a second', async () => {
    const { clock, store, look, outcomes, nodes } = guarded();
    store.onLook = never;
    for (let time = 0; time < 3; time += 1) {
      const looked = look();
      await clock.advanceBy(25);
      await looked;
    }
    expect(await look()).toBeUndefined();
    expect(outcomes).toEqual(['timeout 25', 'timeout 25', 'timeout 25', 'skipped 0']);
    expect(nodes).toEqual(['redis skipped']);
  });

  it('is probed in the background: nobody waits for the probe, and its answer is learned', async () => {
    const { clock, store, look, nodes, learned } = guarded();
    store.onLook = broken;
    for (let time = 0; time < 3; time += 1) await look();
    await clock.advanceBy(1000);
    store.onLook = () => new Promise((resolve) => clock.setTimer(20, () => resolve(found)));
    expect(await look()).toBeUndefined();
    expect(clock.now()).toBe(1000);
    await clock.advanceBy(20);
    expect(learned).toEqual([found]);
    expect(nodes).toEqual(['redis skipped', 'redis used']);
    store.onLook = () => Promise.resolve(found);
    expect(await look()).toBe(found);
  });
});

describe('a write', () => {
  it('is told to the observer with what became of it', async () => {
    const { clock, store, write, writes } = guarded();
    write();
    store.onWrite = () => Promise.resolve('older');
    write();
    store.onWrite = broken;
    write();
    await clock.settle();
    expect(writes).toEqual(['stored', 'older', 'failed']);
  });

  it('moves no breaker: what a full Redis holds can still be read', async () => {
    const { clock, store, look, write } = guarded();
    store.onWrite = broken;
    for (let time = 0; time < 5; time += 1) write();
    await clock.settle();
    store.onLook = () => Promise.resolve(found);
    expect(await look()).toBe(found);
  });

  it.each<[string, (parts: ReturnType<typeof guarded>) => Promise<void> | void]>([
    [
      'there is no connection',
      ({ store }) => {
        store.connected = false;
      },
    ],
    [
      'its node is skipped',
      async ({ store, look }) => {
        store.onLook = broken;
        for (let time = 0; time < 3; time += 1) await look();
      },
    ],
    [
      '1024 are under way',
      ({ store, write }) => {
        store.onWrite = never;
        for (let time = 0; time < 1024; time += 1) write();
      },
    ],
    [
      'those under way hold 32 MiB',
      ({ store, write }) => {
        store.onWrite = never;
        for (let time = 0; time < 16; time += 1) write('a', 'x'.repeat(1024 * 1024));
      },
    ],
    ['the cache is closed', ({ guard }) => guard.close()],
  ])('is dropped when %s', async (_when, arrange) => {
    const parts = guarded();
    await arrange(parts);
    const before = parts.store.writes.length;
    parts.write();
    expect(parts.store.writes).toHaveLength(before);
    expect(parts.writes).toEqual(['dropped']);
  });

  it('is made again when those before it have ended, however large they were', async () => {
    const { clock, store, write, writes } = guarded();
    for (const onWrite of [() => Promise.resolve('stored' as const), broken]) {
      store.onWrite = onWrite;
      for (let time = 0; time < 16; time += 1) write('a', 'x'.repeat(1024 * 1024));
      await clock.settle();
    }
    store.onWrite = () => Promise.resolve('stored');
    write();
    await clock.settle();
    expect(writes.at(-1)).toBe('stored');
  });

  it('is dropped when the value is larger than a megabyte', () => {
    const { store, write, writes } = guarded();
    write('a', `j"${'x'.repeat(1024 * 1024)}"`);
    expect(store.writes).toEqual([]);
    expect(writes).toEqual(['dropped']);
  });
});

describe('closing', () => {
  it('lets writes end', async () => {
    const { clock, store, guard, write } = guarded();
    store.onWrite = () => new Promise((resolve) => clock.setTimer(100, () => resolve('stored')));
    write();
    const closing = guard.close();
    await clock.advanceBy(99);
    expect(store.closed).toBe(false);
    await clock.advanceBy(1);
    await closing;
    expect(store.closed).toBe(true);
    expect(clock.pendingTimers).toBe(0);
  });

  it('waits no longer than 250 ms for them', async () => {
    const { clock, store, guard, write } = guarded();
    store.onWrite = never;
    write();
    const closing = guard.close();
    await clock.advanceBy(250);
    await closing;
    expect(store.closed).toBe(true);
  });

  it('happens once, and no lookup is made any more', async () => {
    const { store, guard, look } = guarded();
    expect(guard.close()).toBe(guard.close());
    await guard.close();
    expect(await look()).toBeUndefined();
    expect(store.looks).toEqual([]);
  });
});

describe('the connection', () => {
  it('is told of when it is lost, and when it is back, and not while the first is being made', async () => {
    const { store, look, nodes } = guarded();
    store.connected = false;
    await look();
    expect(nodes).toEqual([]);
    store.trouble = 'connect ECONNREFUSED';
    await look();
    await look();
    store.connected = true;
    await look();
    await look();
    expect(nodes).toEqual(['redis skipped', 'redis used']);
  });
});
