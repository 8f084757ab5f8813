import { VirtualClock } from '@bff/testing';
import { type TestReplica, closeReplicas, startReplica } from './replicas.ts';
import { SharedRegister } from './shared-register.ts';

let clock: VirtualClock;
let register: SharedRegister;
let a: TestReplica;
let b: TestReplica;
let c: TestReplica;

beforeEach(async () => {
  clock = new VirtualClock();
  register = new SharedRegister();
  [a, b, c] = [start(), start(), start()];
  await clock.advanceBy(0);
});
afterEach(closeReplicas);

const start = (): TestReplica => startReplica(register, clock);
const states = (service?: string): readonly string[] => [a, b, c].map((replica) => replica.state(service));
const isolated = ['isolated', 'isolated', 'isolated'];
const closed = ['closed', 'closed', 'closed'];

/** Enough for every replica to look once. */
const second = (): Promise<void> => clock.advanceBy(1000);

describe('an act', () => {
  it('is done where it was asked for at once, and everywhere within a second', async () => {
    await a.act('isolate');
    expect(states()).toEqual(['isolated', 'closed', 'closed']);
    await second();
    expect(states()).toEqual(isolated);
    expect(states('order')).toEqual(closed);
    await b.act('close');
    await second();
    expect(states()).toEqual(closed);
  });

  it('is, even where one look got lost', async () => {
    b.store.hang();
    await clock.advanceBy(300);
    await a.act('isolate');
    b.store.cut();
    b.store.comeBack();
    await second();
    expect(states()).toEqual(isolated);
  });

  it('is one line in the log of each replica, and says who, why, when and from where', async () => {
    await a.act('isolate', 'payment', 'usr_7');
    await second();
    const act = {
      act: 'isolate',
      service: 'payment',
      by: 'usr_7',
      reason: 'for a test',
      at: '2026-01-01T00:00:00.000Z',
    };
    expect(a.acts()).toEqual([expect.objectContaining({ ...act, from: 'here' })]);
    expect(b.acts()).toEqual([expect.objectContaining({ ...act, from: 'another replica' })]);
    expect(b.lines()).toEqual([
      expect.objectContaining({ level: 'info', msg: 'operator act', ...act, from: 'another replica' }),
    ]);
    await second();
    expect([a, b, c].map((replica) => replica.acts().length)).toEqual([1, 1, 1]);
  });

  it('that several are asked for at the same time ends the same way everywhere, each on record where it was asked for', async () => {
    await Promise.all([a.act('isolate'), b.act('close'), c.act('isolate'), second()]);
    await second();
    expect(new Set(states()).size).toBe(1);
    const last = register.acts.get('payment');
    expect([a, b, c].map((replica) => replica.shared())).toEqual([true, true, true]);
    expect(last?.seq).toBe(3);
    const here = [a, b, c].map((replica) => replica.acts().filter(({ from }) => from === 'here').length);
    expect(here).toEqual([1, 1, 1]);
    // Who was not the first has seen what it came after.
    expect(b.acts().map(({ id }) => id)).toContain(a.acts().find(({ from }) => from === 'here')?.id);
  });

  it('insists while its operator waits, whatever came before it', async () => {
    a.store.hang();
    await clock.advanceBy(300);
    await b.act('isolate');
    void a.act('close');
    a.store.comeBack();
    await second();
    expect(states()).toEqual(closed);
  });

  it('insists also when the one before it was given up meanwhile', async () => {
    a.store.hang();
    void a.act('isolate');
    await clock.advanceBy(990);
    await b.act('isolate');
    void a.act('close');
    await clock.advanceBy(20);
    a.store.comeBack();
    await second();
    expect(states()).toEqual(closed);
  });

  it('that is replaced on its way is not what is held', async () => {
    a.store.beforePut = () => void a.act('close');
    await a.act('isolate');
    await second();
    expect(states()).toEqual(closed);
    expect(register.acts.get('payment')?.act).toBe('close');
  });

  it('that follows another on the same replica in one turn is the one that holds', async () => {
    await Promise.all([a.act('isolate'), a.act('close'), a.act('isolate'), second()]);
    await second();
    expect(states()).toEqual(isolated);
    expect(a.acts().map(({ from }) => from)).toEqual(['here', 'here', 'here']);
  });
});

describe('a replica that starts later', () => {
  it('has taken over an isolation when it is started', async () => {
    await a.act('isolate');
    const late = start();
    const started = late.replication.started();
    await clock.settle();
    await started;
    expect(late.state()).toBe('isolated');
    expect(clock.now()).toBe(0);
  });

  it('does not do again what is over', async () => {
    await a.act('reset');
    const late = start();
    await late.replication.started();
    await second();
    expect(late.acts()).toEqual([]);
    await late.act('isolate');
    await second();
    expect(states()).toEqual(isolated);
  });

  it('waits for a store that hangs for 300 ms, and takes over when it answers', async () => {
    await a.act('isolate');
    const late = start();
    late.store.hang();
    let isStarted = false;
    void late.replication.started().then(() => (isStarted = true));
    await clock.advanceBy(299);
    expect(isStarted).toBe(false);
    await clock.advanceBy(1);
    expect([isStarted, late.state()]).toEqual([true, 'closed']);
    late.store.comeBack();
    await clock.settle();
    expect(late.state()).toBe('isolated');
  });
});

describe('without the store', () => {
  it('an act is done at once, says that it is not shared, and is shared when the store is back', async () => {
    a.store.cut();
    await a.act('isolate');
    expect([a.state(), a.shared(), clock.now()]).toEqual(['isolated', false, 0]);
    await second();
    expect(states()).toEqual(['isolated', 'closed', 'closed']);
    a.store.comeBack();
    await second();
    expect([...states(), a.shared()]).toEqual([...isolated, true]);
  });

  it('that hangs an operator waits half a second', async () => {
    a.store.hang();
    let isAnswered = false;
    void a.act('isolate').then(() => (isAnswered = true));
    expect(a.state()).toBe('isolated');
    await clock.advanceBy(499);
    expect(isAnswered).toBe(false);
    await clock.advanceBy(1);
    expect([isAnswered, a.shared()]).toEqual([true, false]);
    a.store.comeBack();
    await second();
    expect(states()).toEqual(isolated);
  });

  it('the log says so once, and once when it is over', async () => {
    a.store.cut();
    await clock.advanceBy(10_000);
    expect(a.replication.working).toBe(false);
    a.store.comeBack();
    await second();
    expect(a.replication.working).toBe(true);
    expect(a.lines().map(({ level, msg, trouble }) => [level, msg, trouble])).toEqual([
      ['warn', 'operator acts are not shared with other replicas', 'ECONNREFUSED'],
      ['info', 'operator acts are shared with other replicas again', undefined],
    ]);
  });
});

describe('after a partition', () => {
  it('an act of the cut-off side gives way to one that it did not know of, however many there were', async () => {
    await a.act('isolate');
    await second();
    a.store.cut();
    await a.act('close');
    await a.act('isolate');
    await a.act('reset');
    await b.act('isolate', 'payment', 'usr_2');
    await second();
    a.store.comeBack();
    await second();
    expect(states()).toEqual(isolated);
    expect(a.acts()[0]).toMatchObject({ by: 'usr_2', from: 'another replica' });
    const overtaken = { msg: 'operator act overtaken by a shared one', act: 'reset', by: 'usr_1' };
    expect(a.lines()).toContainEqual(expect.objectContaining(overtaken));
  });

  it('an act of the cut-off side is shared where nothing was done meanwhile', async () => {
    await b.act('isolate');
    await second();
    a.store.cut();
    await a.act('close');
    await second();
    expect(states()).toEqual(['closed', 'isolated', 'isolated']);
    a.store.comeBack();
    await second();
    expect(states()).toEqual(closed);
  });

  it('an act that arrives long after it was given up undoes nothing', async () => {
    a.store.hang();
    void a.act('isolate');
    await clock.advanceBy(2000);
    await b.act('close');
    await second();
    a.store.comeBack();
    await second();
    expect(states()).toEqual(closed);
    expect(register.acts.get('payment')?.act).toBe('close');
  });

  it('an act that arrives after its own operator undid it undoes nothing either', async () => {
    a.store.hang();
    void a.act('isolate');
    await clock.advanceBy(2000);
    void a.act('close');
    // The isolation arrives, and then the connection is lost with the rest.
    a.store.comeBack();
    await clock.settle();
    await second();
    expect(states()).toEqual(closed);
    expect(a.acts().map(({ from }) => from)).toEqual(['here', 'here']);
  });
});

describe('in the very moment in which an act is shared at last', () => {
  const act = (by: string, seq: number) =>
    ({ id: by, service: 'payment', act: 'isolate', by, reason: '', at: '', seq }) as const;

  it('one of another replica is found, and holds', async () => {
    a.store.cut();
    await a.act('close');
    await a.act('close');
    await a.act('close');
    a.store.beforePut = () => void register.put(act('usr_2', 1), 0);
    a.store.comeBack();
    await second();
    expect(states()).toEqual(isolated);
  });

  it('the operator is back, and the new act holds', async () => {
    a.store.cut();
    await a.act('isolate');
    a.store.beforePut = () => {
      register.put(act('usr_2', 1), 0);
      void a.act('close');
    };
    a.store.comeBack();
    await second();
    expect(states()).toEqual(closed);
  });
});

describe('a store that lost what it had', () => {
  it('lifts no isolation and is told again', async () => {
    await a.act('isolate');
    await second();
    register.become();
    await second();
    expect(states()).toEqual(isolated);
    expect(register.acts.get('payment')).toMatchObject({ act: 'isolate', seq: 1 });
    const late = start();
    await late.replication.started();
    expect(late.state()).toBe('isolated');
  });

  it('brings back nothing that was undone, whoever still holds it', async () => {
    await a.act('isolate');
    await second();
    c.store.cut();
    await b.act('close');
    await second();
    register.become();
    c.store.comeBack();
    await second();
    await second();
    expect(states()).toEqual(closed);
  });

  it('is an older copy: the newer act is put there again', async () => {
    await a.act('isolate');
    const older = register.acts;
    await b.act('close');
    await second();
    register.become(older);
    const late = start();
    await second();
    expect([...states(), late.state()]).toEqual([...closed, 'closed']);
    expect(register.acts.get('payment')?.act).toBe('close');
  });
});

describe('a store that takes nothing', () => {
  it('is still read, for every service', async () => {
    await a.act('isolate', 'order');
    await second();
    register.isReadOnly = true;
    await b.act('close', 'order');
    register.isReadOnly = false;
    await a.act('isolate', 'payment');
    register.isReadOnly = true;
    await second();
    expect([b.state('payment'), b.state('order'), b.shared('order')]).toEqual(['isolated', 'closed', false]);
    register.isReadOnly = false;
    await second();
    expect(states('order')).toEqual(closed);
  });

  it('has the newer act all the same', async () => {
    a.store.cut();
    await a.act('close');
    await a.act('close');
    await b.act('isolate');
    register.isReadOnly = true;
    a.store.comeBack();
    await second();
    expect(a.state()).toBe('isolated');
  });

  it('and has lost what it had shares nothing', async () => {
    await a.act('isolate');
    expect(a.shared()).toBe(true);
    register.become();
    register.isReadOnly = true;
    await second();
    expect([a.state(), a.shared()]).toEqual(['isolated', false]);
  });
});

it('asks one thing at a time, whatever hangs', async () => {
  a.store.hang();
  for (const act of ['isolate', 'close', 'isolate'] as const) void a.act(act);
  await clock.advanceBy(900);
  expect(a.store.mostInFlight).toBe(1);
});

it('leaves nothing behind', async () => {
  closeReplicas();
  expect(clock.pendingTimers).toBe(0);
});

it('leaves nothing behind that hangs', async () => {
  a.store.hang();
  void a.act('isolate');
  await clock.advanceBy(1000);
  closeReplicas();
  await clock.advanceBy(5000);
  expect(clock.pendingTimers).toBe(0);
});
