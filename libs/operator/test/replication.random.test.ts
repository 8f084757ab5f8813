import { VirtualClock } from '@bff/testing';
import type { Act } from '../src/act.ts';
import { type TestReplica, closeReplicas, startReplica } from './replicas.ts';
import { SharedRegister } from './shared-register.ts';

afterEach(closeReplicas);

const SEEDS = 150;
const STEPS = 25;

/** Mulberry32: even in [0, 1), the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Whatever happens: when it is over, all replicas and the store are of one mind, and the circuits are as it says. */
it('ends in agreement', async () => {
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const { seen, agreed } = await outcomeOf(seed);
    expect(seen).toEqual(agreed);
  }
});

async function outcomeOf(seed: number) {
  const random = randomFrom(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const clock = new VirtualClock();
  const register = new SharedRegister();
  const replicas: TestReplica[] = [1, 2, 3].map(() => startReplica(register, clock));
  let copy: ReadonlyMap<string, Act> = new Map();
  const steps: readonly (() => void)[] = [
    () => void pick(replicas).act('isolate'),
    () => void pick(replicas).act('close'),
    () => void pick(replicas).act('reset'),
    () => pick(replicas).store.cut(),
    () => pick(replicas).store.hang(),
    () => pick(replicas).store.comeBack(),
    () => pick(replicas).store.comeBack(),
    () => void (copy = new Map(register.acts)),
    () => register.become(copy),
    () => register.become(),
    () => void (replicas.length < 5 && replicas.push(startReplica(register, clock))),
  ];
  for (let step = 0; step < STEPS; step += 1) {
    pick(steps)();
    await clock.advanceBy(Math.floor(random() * 700));
  }
  for (const { store } of replicas) store.comeBack();
  await clock.advanceBy(3000);
  const last = register.acts.get('payment');
  const state = last?.act === 'isolate' ? 'isolated' : 'closed';
  const seen = replicas.map((replica) => ({ seed, state: replica.state(), shared: replica.shared() }));
  closeReplicas();
  return { seen, agreed: replicas.map(() => ({ seed, state, shared: last && true })) };
}
