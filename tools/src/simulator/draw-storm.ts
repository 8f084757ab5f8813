import { ShuttingDown } from '@bff/errors';
import { drawLimits } from './draw-limits.ts';
import type { Draws } from './draws.ts';
import { serviceNames } from './records.ts';
import { drawMood } from './reply.ts';
import { type Visit, leave, pay } from './visit.ts';
import type { World } from './world.ts';

const HOUR_MS = 3_600_000;

export function drawVisit(draws: Draws): Visit {
  const budgetMs = draws.chance(0.05) ? draws.whole(0, 5) : draws.whole(20, 900);
  return {
    kind: draws.pick(['order', 'order', 'home', 'demand']),
    owner: draws.pick(['u1', 'u1', 'u1', 'u2']),
    orderId: draws.pick(['o1', 'o1', 'o1', 'o2', 'o6']),
    strict: draws.chance(0.1),
    badCursor: draws.chance(0.05),
    budgetMs,
    leavesAfterMs: draws.chance(0.15) ? draws.whole(0, budgetMs) : undefined,
    sharedLoadMs: draws.pick([50, 400, 800]),
  };
}

/** Sets everything that is to happen: clients in bursts, services that fall ill, and people who interfere. */
export function drawStorm(world: World): void {
  const { draws, clock } = world;
  const lengthMs = draws.pick([300, 1500, 6000, 30_000]);
  const sometime = (what: () => void): void => void clock.at(draws.whole(0, lengthMs), what);
  const often = (most: number, what: () => void): void => {
    for (let left = draws.whole(0, most); left > 0; left -= 1) sometime(what);
  };
  let down = false;

  for (const service of serviceNames) if (draws.chance(0.6)) world.services[service].mood = drawMood(draws);
  // One burst is enough for most of what can go wrong; what takes memory takes several.
  for (let bursts = draws.chance(0.12) ? draws.whole(3, 6) : 1; bursts > 0; bursts -= 1) {
    const at = draws.whole(0, lengthMs);
    for (let left = draws.whole(1, 4); left > 0; left -= 1) {
      const visit = drawVisit(draws);
      clock.at(at + draws.whole(0, 60), () => {
        if (!down) void pay(world, visit);
      });
    }
  }
  often(3, () => {
    const service = draws.pick(serviceNames);
    world.services[service].mood = drawMood(draws);
    world.tell('moodChanged', { service, mood: world.services[service].mood.name });
  });
  often(2, () => {
    world.counts.add('limits: tuned while running');
    world.tune(draws.pick(serviceNames), drawLimits(draws));
  });
  often(1, () => operate(world));
  often(1, () => {
    const ms = draws.pick([HOUR_MS, -HOUR_MS, 700, -700, 5000, -5000]);
    world.counts.add(`wall clock: stepped ${ms < 0 ? 'back' : 'forward'}`);
    clock.stepWallTime(ms);
    world.tell('clockStepped', { ms });
  });
  if (draws.chance(0.05)) {
    sometime(() => {
      down = true;
      for (const page of world.underWay) {
        const request = world.requests.get(page);
        if (request && !page.left) leave(world, page, request, new ShuttingDown());
      }
    });
  }
}

function operate(world: World): void {
  const { draws } = world;
  const service = draws.pick(serviceNames);
  const act = draws.pick(['isolate', 'close', 'reset']);
  world.counts.add(`operator: ${act}`);
  world.tell('operatorActs', { service, act });
  world.policies[service].breaker[act]();
}
