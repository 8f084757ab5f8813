import { setImmediate } from 'node:timers';

/**
 * Two are enough: `process.nextTick` runs when no promise reaction is left, so the first lets every promise chain end, and
 * the second those that begin in ticks of others (DataLoader dispatches its batch in one).
 */
const LEAST_TICKS = 2;

/** No chain is this long; one that is runs in circles. */
const MOST_TICKS = 1000;

const tick = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** How often something was used by the code under test; it stands still when nothing runs. */
export type Uses = () => number;

/**
 * Lets everything run that can run without time passing, and waits for no turn of the event loop, which would cost more
 * than all the code under test.
 */
export async function drain(uses: Uses): Promise<void> {
  let before = uses();
  for (let ticks = 1; ticks <= MOST_TICKS; ticks += 1) {
    await tick();
    const after = uses();
    if (ticks >= LEAST_TICKS && after === before) return;
    before = after;
  }
  throw new Error(`something still runs after ${MOST_TICKS} ticks without time passing`);
}

/** Whether something still ran after a drain. Waits for turns of the event loop, in which it would. */
export async function ranOn(uses: Uses): Promise<boolean> {
  const before = uses();
  for (let turns = 0; turns < 2; turns += 1) await turn();
  return uses() !== before;
}
