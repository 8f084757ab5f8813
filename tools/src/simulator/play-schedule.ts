import { drain, ranOn } from './drain.ts';
import { drawStorm } from './draw-storm.ts';
import type { Violation } from './invariant.ts';
import { recoverAll } from './recover.ts';
import { serviceNames } from './records.ts';
import type { Visit } from './visit.ts';
import { pay } from './visit.ts';
import { World, type WorldOptions } from './world.ts';

export interface PlayOptions extends WorldOptions {
  /** Looks after each drain whether something still runs: slow, and the proof that a drain is complete. */
  readonly audited?: boolean;
}

/** How a drain may be told to be shorter, in the test of the audit. */
export type Drain = typeof drain;

/** Plays one schedule to its end, or until an invariant does not hold. Always the same for the same seed. */
export async function playSchedule(options: PlayOptions, drained: Drain = drain): Promise<Violation | undefined> {
  const world = new World(options);
  const run = () => runUntilQuiet(world, { audited: options.audited === true, drained });
  drawStorm(world);
  await run();
  world.tell('quiet', undefined);
  if (world.violation) return world.violation;
  recoverAll(world);
  await run();
  if (world.violation) return world.violation;
  // Once nothing of the storm is remembered, a page is whole. One schedule in five looks, as it costs as much as a storm.
  if (world.seed % 5 === 0) await checkLater(world, run);
  world.tell('quiet', undefined);
  // Before a schedule is over everything that is left of it has a turn.
  if (await ranOn(() => world.clock.uses)) world.fail('drained', 'nothing runs once a schedule is over');
  return world.violation;
}

async function checkLater(world: World, run: () => Promise<void>): Promise<void> {
  const remembered = serviceNames.map((service) =>
    Math.max(world.limits(service).breaker.windowMs, world.snapshot(service).rateLimitedForMs),
  );
  world.clock.at(world.now + Math.max(...remembered), () => void checkWhole(world));
  await run();
}

async function runUntilQuiet(world: World, how: { readonly audited: boolean; readonly drained: Drain }): Promise<void> {
  const { clock } = world;
  const uses = (): number => clock.uses;
  while (!world.violation) {
    await how.drained(uses);
    for (let next = world.afterDrain.shift(); next; next = world.afterDrain.shift()) next();
    if (world.becameIdle()) world.tell('idle', undefined);
    if (how.audited && (await ranOn(uses))) world.fail('drained', 'nothing is left to run when time moves on');
    if (!clock.fireNext()) return;
  }
}

const calm: Omit<Visit, 'kind'> = {
  owner: 'u9',
  orderId: 'o9',
  strict: false,
  badCursor: false,
  budgetMs: 1000,
  leavesAfterMs: undefined,
  sharedLoadMs: 800,
};

async function checkWhole(world: World): Promise<void> {
  for (const kind of ['order', 'home'] as const) {
    const result = await pay(world, { ...calm, kind });
    const failed =
      result?.kind === 'answered' ? Object.entries(result.outcomes).filter(([, { status }]) => status !== 'ok') : [];
    if (result?.kind !== 'answered' || failed.length > 0)
      world.fail(
        'whole-again',
        `the ${kind} page is whole once every service is well; it was ${JSON.stringify(result)}`,
      );
  }
}
